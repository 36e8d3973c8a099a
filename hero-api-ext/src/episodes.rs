//! Episodes: what belongs together about one patient's concern. Start with [`Hero::episodes`].

use hero_api::{Operation, ResponseValue, builder};

use crate::{
    Call, Hero, Id, List,
    id::id_text,
    input::non_empty,
    tasks::{Priority, Status},
};

/// An episode with its tasks: the response of `getEpisode`.
pub type Episode = <builder::GetEpisode as Operation>::Output;

/// The response of `updateEpisode`.
pub type UpdatedEpisode = <builder::UpdateEpisode as Operation>::Output;

/// A note: the response of `createEpisodeNote`.
pub type EpisodeNote = <builder::CreateEpisodeNote as Operation>::Output;

impl Hero {
    /// Episodes: list, look, close, add notes.
    #[must_use]
    pub fn episodes(&self) -> Episodes {
        Episodes { hero: self.clone() }
    }
}

/// What can be done with episodes. Made by [`Hero::episodes`].
#[derive(Clone, Debug)]
pub struct Episodes {
    hero: Hero,
}

impl Episodes {
    /// All episodes of the practice group, page by page. For filters and order take
    /// [`hero.api().list_episodes()`](hero_api::Client::list_episodes) with [`items`](crate::PagedExt::items).
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let mut episodes = hero.episodes().list().items();
    /// while let Some(episode) = episodes.next().await {
    ///     println!("{}", episode?.status);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listEpisodes")]
    pub fn list(&self) -> List<builder::ListEpisodes> {
        List::new(self.hero.api().list_episodes())
    }

    /// One episode, with its tasks.
    ///
    /// # Errors
    ///
    /// As every call; [`is_not_found`](crate::Error::is_not_found) when there is no such episode.
    #[doc(alias = "getEpisode")]
    pub fn get(&self, episode: impl Into<Id>) -> Call<Episode> {
        Call::operation(self.hero.api().get_episode().id(id_text(episode)))
    }

    /// Sets how far an episode is.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "updateEpisode")]
    pub fn set_status(&self, episode: impl Into<Id>, status: Status) -> Call<UpdatedEpisode> {
        let request =
            self.hero.api().update_episode().id(id_text(episode)).body_map(|body| body.status(status.as_str()));
        Call::operation(request)
    }

    /// Sets how urgent an episode is.
    ///
    /// # Errors
    ///
    /// As every call.
    #[doc(alias = "updateEpisode")]
    pub fn set_priority(&self, episode: impl Into<Id>, priority: Priority) -> Call<UpdatedEpisode> {
        let request =
            self.hero.api().update_episode().id(id_text(episode)).body_map(|body| body.priority(priority.as_str()));
        Call::operation(request)
    }

    /// Adds a note to an episode.
    ///
    /// # Errors
    ///
    /// Before anything is sent, when the text is empty. Otherwise as every call.
    #[doc(alias = "createEpisodeNote")]
    pub fn add_note(&self, episode: impl Into<Id>, text: impl Into<String>) -> Call<EpisodeNote> {
        let (request, episode, text) = (self.hero.api().create_episode_note(), id_text(episode), text.into());
        Call::new(async move {
            let text = non_empty("note", text)?;
            let request = request.body_map(|body| body.episode_id(episode).description(text));
            Ok(ResponseValue::into_inner(request.send().await?))
        })
    }
}
