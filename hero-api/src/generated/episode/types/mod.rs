//! The types that only operations of the tag Episode use.
mod r#assignee_type;
mod r#create_episode_note;
mod r#episode_status;
mod r#get_episode;
mod r#list_episodes;
mod r#update_episode;
pub use self::r#assignee_type::AssigneeType;

pub use self::r#create_episode_note::{
    CreateEpisodeNoteBody, CreateEpisodeNoteResponse, CreateEpisodeNoteResponseAdmin,
};

pub use self::r#episode_status::EpisodeStatus;

pub use self::r#get_episode::{
    GetEpisodeResponse, GetEpisodeResponseAssigneesItem, GetEpisodeResponseTasksItem,
    GetEpisodeResponseTasksItemPatient, GetEpisodeResponseTasksItemPatientAddress,
    GetEpisodeResponseTasksItemPatientContactEmailsItem,
    GetEpisodeResponseTasksItemPatientMembershipSchemeNamesItem,
    GetEpisodeResponseTasksItemPatientSex,
};

pub use self::r#list_episodes::{
    ListEpisodesItem, ListEpisodesItemAssigneesItem, ListEpisodesItemTasksItem,
    ListEpisodesOrderByItem, ListEpisodesResponse,
};

pub use self::r#update_episode::{
    UpdateEpisodeBody, UpdateEpisodeBodyAssigneesItem, UpdateEpisodeResponse,
};

/// Builders of the types.
pub mod builder {
    pub use super::r#create_episode_note::builder::CreateEpisodeNoteBody;
    pub use super::r#update_episode::builder::{
        UpdateEpisodeBody, UpdateEpisodeBodyAssigneesItem,
    };
}
