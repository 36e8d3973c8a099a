//! Episode
//!
//! Clinical episodes and their notes.

mod list_episodes;
mod get_episode;
mod update_episode;
mod create_episode_note;
pub mod types;

pub use self::list_episodes::{ListEpisodes, LIST_EPISODES};
pub use self::get_episode::{GetEpisode, GET_EPISODE};
pub use self::update_episode::{UpdateEpisode, UPDATE_EPISODE};
pub use self::create_episode_note::{CreateEpisodeNote, CREATE_EPISODE_NOTE};

/// # Episode
impl crate::Client {
    /// List episodes.
    ///
    /// Lists the episodes of the practice group.
    ///
    /// `GET /v1/episodes` (`listEpisodes`)
    ///
    /// Read from the public reference.
    pub fn list_episodes(&self) -> ListEpisodes {
        ListEpisodes::new(self.clone())
    }
    /// Get an episode.
    ///
    /// Returns one episode with its assignees and tasks.
    ///
    /// `GET /v1/episodes/{id}` (`getEpisode`)
    ///
    /// Read from the public reference.
    pub fn get_episode(&self) -> GetEpisode {
        GetEpisode::new(self.clone())
    }
    /// Update an episode.
    ///
    /// Changes the status, the priority or the assignees of an episode.
    ///
    /// `PATCH /v1/episodes/{id}` (`updateEpisode`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn update_episode(&self) -> UpdateEpisode {
        UpdateEpisode::new(self.clone())
    }
    /// Add a note to an episode.
    ///
    /// Adds a note to an episode.
    ///
    /// `POST /v1/notes` (`createEpisodeNote`)
    ///
    /// **Known from samples**: the reference shows examples of this operation, but not which fields are required.
    pub fn create_episode_note(&self) -> CreateEpisodeNote {
        CreateEpisodeNote::new(self.clone())
    }
}
