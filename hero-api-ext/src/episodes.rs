//! Episodes: what belongs together about one patient's concern. Start with [`Hero::episodes`].

use hero_api::{Operation, builder};

use crate::{
    Error, Hero, Items, PagedExt, SendWith,
    input::non_empty,
    tasks::{Priority, Status},
};

/// An episode with its tasks: the response of `getEpisode`.
pub type Episode = <builder::GetEpisode<'static> as Operation>::Output;

/// The response of `updateEpisode`.
pub type UpdatedEpisode = <builder::UpdateEpisode<'static> as Operation>::Output;

/// A note: the response of `createEpisodeNote`.
pub type EpisodeNote = <builder::CreateEpisodeNote<'static> as Operation>::Output;

impl Hero {
    /// Episodes: list, look, close, add notes.
    #[must_use]
    pub fn episodes(&self) -> Episodes<'_> {
        Episodes { hero: self }
    }
}

/// What can be done with episodes. Made by [`Hero::episodes`].
#[derive(Clone, Copy, Debug)]
pub struct Episodes<'a> {
    hero: &'a Hero,
}

impl<'a> Episodes<'a> {
    /// All episodes of the practice group, page by page. For filters and order take
    /// [`hero.api().list_episodes()`](hero_api::Client::list_episodes) with [`items`](PagedExt::items).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let mut episodes = hero.episodes().list();
    /// while let Some(episode) = episodes.next().await {
    ///     println!("{}", episode?.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn list(&self) -> Items<'a, builder::ListEpisodes<'a>> {
        self.hero.api().list_episodes().items(self.hero)
    }

    /// One episode, with its tasks.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](Error::is_not_found) when there is no such episode.
    pub async fn get(&self, episode: &str) -> Result<Episode, Error> {
        self.hero.api().get_episode().id(episode).send_with(self.hero).await
    }

    /// Sets how far an episode is.
    ///
    /// # Errors
    ///
    /// As every call.
    pub async fn set_status(&self, episode: &str, status: Status) -> Result<UpdatedEpisode, Error> {
        let request = self.hero.api().update_episode().id(episode).body_map(|body| body.status(status.as_str()));
        request.send_with(self.hero).await
    }

    /// Sets how urgent an episode is.
    ///
    /// # Errors
    ///
    /// As every call.
    pub async fn set_priority(&self, episode: &str, priority: Priority) -> Result<UpdatedEpisode, Error> {
        let request = self.hero.api().update_episode().id(episode).body_map(|body| body.priority(priority.as_str()));
        request.send_with(self.hero).await
    }

    /// Adds a note to an episode.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the text is empty. Otherwise as every call.
    pub async fn add_note(&self, episode: &str, text: impl Into<String>) -> Result<EpisodeNote, Error> {
        let text = non_empty("note", text.into())?;
        let request = self.hero.api().create_episode_note();
        request.body_map(|body| body.episode_id(episode).description(text)).send_with(self.hero).await
    }
}
