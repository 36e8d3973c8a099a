//! The practice group itself: who it is, what it can do, what it offers, and tokens for its pages.
//!
//! When to use it: to show or choose what booking needs (appointment types, locations, practitioners), to check what
//! the practice may do before offering it, and to embed Hero Elements.
//!
//! ```no_run
//! use hero_api_ext::Hero;
//!
//! # async fn show(hero: &Hero) -> Result<(), hero_api_ext::Error> {
//! for kind in hero.practice().appointment_types().with_availability(true).send().await? {
//!     println!("{}: {}", kind.id().unwrap_or("?"), kind.name().unwrap_or_default());
//! }
//! # Ok(())
//! # }
//! ```

mod offers;
mod search;
mod token;
mod token_cache;
mod update;

use std::fmt;

use hero_api::{Json, Operation, builder};
use serde::Deserialize;

pub use self::{
    offers::{AppointmentType, Location, Practitioner},
    search::{AppointmentTypeSearch, LocationSearch, PractitionerSearch},
    token::{AccessToken, AccessTokens},
    token_cache::{MemoryTokenCache, TokenCache, TokenCacheError, TokenKey},
    update::{Address, UpdatePractice},
};
use crate::{Call, Hero, Id, id::id_text, shown, view::ViewAs};

/// What the API says about the practice group: the response of `getPracticeGroupById`.
pub type PracticeGroup = <builder::GetPracticeGroupById as Operation>::Output;

/// Which Elements the practice group has: the response of `listPracticeGroupElements`.
pub type Elements = <builder::ListPracticeGroupElements as Operation>::Output;

/// Everything about the practice group, from [`Hero::practice`].
#[derive(Clone, Debug)]
pub struct Practice {
    hero: Hero,
}

impl Hero {
    /// The practice group: its settings, what it offers, and tokens for its pages.
    #[must_use]
    pub fn practice(&self) -> Practice {
        Practice { hero: self.clone() }
    }
}

impl Practice {
    /// The practice group that the client acts for, and who it acts as.
    ///
    /// # Errors
    ///
    /// As `getPracticeGroupById`.
    #[doc(alias = "getPracticeGroupById")]
    pub fn settings(&self) -> Call<PracticeGroup> {
        Call::operation(self.hero.api().get_practice_group_by_id())
    }

    /// Changes settings of the practice group.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::practice::Address;
    ///
    /// # async fn move_away(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let address = Address::new().line_1("1 High Street").town("Leeds").postcode("LS1 1AA");
    /// hero.practice().update().address(address).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "updatePracticeGroup")]
    pub fn update(&self) -> UpdatePractice {
        UpdatePractice::new(self.hero.clone())
    }

    /// What the practice group is able to do.
    ///
    /// # Errors
    ///
    /// As `getCapabilities`.
    #[doc(alias = "getCapabilities")]
    pub fn capabilities(&self) -> Call<Capabilities> {
        Call::operation(self.hero.api().get_capabilities().view())
    }

    /// The configuration, as an open value: the reference does not show what it holds.
    ///
    /// # Errors
    ///
    /// As `getConfiguration`.
    #[doc(alias = "getConfiguration")]
    pub fn configuration(&self) -> Call<Json> {
        Call::operation(self.hero.api().get_configuration().view())
    }

    /// The kinds of appointment that the practice offers.
    #[doc(alias = "listAppointmentTypes")]
    pub fn appointment_types(&self) -> AppointmentTypeSearch {
        AppointmentTypeSearch::new(self.hero.clone())
    }

    /// The locations at which appointments can be booked online.
    #[doc(alias = "listLocations")]
    pub fn locations(&self) -> LocationSearch {
        LocationSearch::new(self.hero.clone())
    }

    /// Those who see patients.
    #[doc(alias = "listPractitioners")]
    pub fn practitioners(&self) -> PractitionerSearch {
        PractitionerSearch::new(self.hero.clone())
    }

    /// One of those who see patients.
    ///
    /// # Errors
    ///
    /// As `getPractitioner`.
    #[doc(alias = "getPractitioner")]
    pub fn practitioner(&self, id: impl Into<Id>) -> Call<Practitioner> {
        Call::operation(self.hero.api().get_practitioner().id(id_text(id)).view())
    }

    /// The Hero Elements that the practice group may embed.
    ///
    /// # Errors
    ///
    /// As `listPracticeGroupElements`.
    #[doc(alias = "listPracticeGroupElements")]
    pub fn elements(&self) -> Call<Elements> {
        Call::operation(self.hero.api().list_practice_group_elements())
    }

    /// A new access token for Hero Elements: the attribute `jwt-token` of an Element.
    ///
    /// It is made for this call. To hand out the same one while it lives, use [`access_tokens`](Self::access_tokens).
    ///
    /// # Errors
    ///
    /// As `createAccessToken`.
    #[doc(alias = "createAccessToken")]
    pub fn access_token(&self) -> Call<AccessToken> {
        Call::new(token::create(self.hero.clone()))
    }

    /// Access tokens that are kept while they live. Make one of it and keep it: each has a token of its own.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn page(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let tokens = hero.practice().access_tokens();
    /// // For each page that is asked for:
    /// let token = tokens.get().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    #[doc(alias = "createAccessToken")]
    pub fn access_tokens(&self) -> AccessTokens {
        AccessTokens::new(self.hero.clone())
    }
}

/// What a practice group is able to do.
#[derive(Clone, Deserialize, PartialEq, Eq)]
pub struct Capabilities {
    #[serde(default)]
    capabilities: Option<Vec<String>>,
}

impl Capabilities {
    /// Whether a capability is there. Only `sms_messaging` is documented.
    #[must_use]
    pub fn has(&self, capability: &str) -> bool {
        self.iter().any(|held| held == capability)
    }

    /// All of them, as the API calls them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.capabilities.iter().flatten().map(String::as_str)
    }
}

/// A word that is not documented is not shown.
impl fmt::Debug for Capabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.iter().map(|word| shown::word(word, &["sms_messaging"]));
        f.write_str("Capabilities")?;
        f.debug_list().entries(words).finish()
    }
}
