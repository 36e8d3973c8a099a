//! The types that only operations of the tag Episode use.

mod assignee_type;
mod create_episode_note;
mod episode_status;
mod get_episode;
mod list_episodes;
mod update_episode;

pub use self::assignee_type::AssigneeType;
pub use self::create_episode_note::{
    CreateEpisodeNoteBody, CreateEpisodeNoteResponse, CreateEpisodeNoteResponseAdmin,
};
pub use self::episode_status::EpisodeStatus;
pub use self::get_episode::{
    GetEpisodeResponse, GetEpisodeResponseAssigneesItem, GetEpisodeResponseTasksItem,
    GetEpisodeResponseTasksItemPatient, GetEpisodeResponseTasksItemPatientAddress,
    GetEpisodeResponseTasksItemPatientContactEmailsItem,
    GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem,
    GetEpisodeResponseTasksItemPatientSex,
};
pub use self::list_episodes::{
    ListEpisodesItem, ListEpisodesItemAssigneesItem, ListEpisodesItemTasksItem,
    ListEpisodesOrderByItem, ListEpisodesResponse,
};
pub use self::update_episode::{
    UpdateEpisodeBody, UpdateEpisodeBodyAssigneesItem, UpdateEpisodeResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::create_episode_note::builder::CreateEpisodeNoteBody;
    pub use super::update_episode::builder::{
        UpdateEpisodeBody, UpdateEpisodeBodyAssigneesItem,
    };
}
