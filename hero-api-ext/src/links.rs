//! Links that patients open: to book, to fill in a form, to read a file, to join a video call.
//!
//! When to use it: to let the patient act. To book for the patient yourself, see [`booking`](crate::booking). A link is
//! not sent to anybody: put its URL in a message.
//!
//! ```no_run
//! use chrono::NaiveDate;
//! use hero_api_ext::{Hero, PatientId};
//!
//! # async fn invite(hero: &Hero, patient: PatientId, last_day: NaiveDate) -> Result<(), hero_api_ext::Error> {
//! let link = hero.links().booking("12", "5").for_patient(&patient).expires(last_day).maximum_uses(1).send().await?;
//! if let Some(url) = link.url() {
//!     hero.messages().sms(patient, format!("Book your review: {url}")).send().await?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Who has the URL of a link can open it: `Debug` does not show it.

mod attachment;
mod booking_link;
mod form_link;
mod limits;
mod link;
mod list;
mod status;
mod update;

use hero_api::{Json, Operation, builder};

pub use self::{
    attachment::{CreateAttachmentLink, File},
    booking_link::{CreateBookingLink, NewBookingLink},
    form_link::CreateFormLink,
    link::Link,
    list::LinkSearch,
    status::LinkStatus,
    update::UpdateBookingLink,
};
use crate::{Call, Hero, Id, id::id_text, view::ViewAs};

/// What the API says about a booking link: the response of `getBookingLink`.
pub type BookingLink = <builder::GetBookingLink as Operation>::Output;

/// Everything about links, from [`Hero::links`]. [The module](self) shows how to make one.
#[derive(Clone, Debug)]
pub struct Links {
    hero: Hero,
}

impl Hero {
    /// Links that patients open.
    #[must_use]
    pub fn links(&self) -> Links {
        Links { hero: self.clone() }
    }
}

impl Links {
    /// A link with which a patient books an appointment of this type at this location. Say for whom with
    /// [`for_patient`](NewBookingLink::for_patient) or [`generic`](NewBookingLink::generic).
    #[doc(alias = "createBookingLink")]
    pub fn booking(&self, appointment_type_id: impl Into<Id>, location_id: impl Into<Id>) -> NewBookingLink {
        NewBookingLink::new(self.hero.clone(), id_text(appointment_type_id), id_text(location_id))
    }

    /// A link to a form that a patient fills in.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn form(hero: &Hero, patient: PatientId) -> Result<(), Error> {
    /// let link = hero.links().form("31").for_patient(patient).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "createFormLink")]
    pub fn form(&self, form_id: impl Into<Id>) -> CreateFormLink {
        CreateFormLink::new(self.hero.clone(), id_text(form_id))
    }

    /// A link to a file for a patient.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// use hero_api_ext::links::File;
    ///
    /// # use hero_api_ext::{Error, Hero, PatientId};
    /// # async fn letter(hero: &Hero, patient: PatientId, letter: Vec<u8>) -> Result<(), Error> {
    /// let from_record = hero.links().attachment(File::in_record("8812")).for_patient(&patient).send().await?;
    /// let from_here = hero.links().attachment(File::new("letter.pdf", letter)).for_patient(&patient).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "createAttachmentLink")]
    pub fn attachment(&self, file: File) -> CreateAttachmentLink {
        CreateAttachmentLink::new(self.hero.clone(), file)
    }

    /// A link to a video call.
    ///
    /// The reference does not show whether the call takes anything, nor what it returns.
    ///
    /// # Errors
    ///
    /// As `createVideoLink`.
    #[doc(alias = "createVideoLink")]
    pub fn video(&self) -> Call<Link> {
        let request = self.hero.api().create_video_link();
        Call::new(async move { Ok(Link::from_response(request.view().send().await?, "video_link")) })
    }

    /// Changes a booking link. Its patient cannot be changed.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn extend(hero: &hero_api_ext::Hero, day: chrono::NaiveDate) -> Result<(), hero_api_ext::Error> {
    /// hero.links().update("4402").expires(day).maximum_uses(3).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "updateBookingLink")]
    pub fn update(&self, id: impl Into<Id>) -> UpdateBookingLink {
        UpdateBookingLink::new(self.hero.clone(), id_text(id))
    }

    /// Switches a booking link off: whoever opens it can no longer book. [`update`](Self::update) can switch it on
    /// again.
    ///
    /// The API has no call to delete a link.
    ///
    /// # Errors
    ///
    /// As `updateBookingLink`.
    #[doc(alias = "updateBookingLink")]
    pub fn switch_off(&self, id: impl Into<Id>) -> Call<Link> {
        Call::new(self.update(id).active(false).send())
    }

    /// What is known about a booking link.
    ///
    /// # Errors
    ///
    /// As `getBookingLink`.
    #[doc(alias = "getBookingLink")]
    pub fn booking_link(&self, id: impl Into<Id>) -> Call<BookingLink> {
        Call::operation(self.hero.api().get_booking_link().id(id_text(id)))
    }

    /// The booking links, as open values: the reference does not show what they hold, nor whether there are pages.
    ///
    /// # Errors
    ///
    /// As `listBookingLinks`.
    #[doc(alias = "listBookingLinks")]
    pub fn booking_links(&self) -> Call<Vec<Json>> {
        let request = self.hero.api().list_booking_links();
        Call::new(async move { Ok(Json::items(request.view::<Json>().send().await?)) })
    }

    /// The status of a link, by its URL.
    ///
    /// # Errors
    ///
    /// As `getLinkStatus`.
    #[doc(alias = "getLinkStatus")]
    pub fn status_of_url(&self, url: impl Into<String>) -> Call<LinkStatus> {
        Call::operation(self.hero.api().get_link_status().url(url.into()).view())
    }

    /// The status of a link, by its id.
    ///
    /// # Errors
    ///
    /// As `getLinkStatus`.
    #[doc(alias = "getLinkStatus")]
    pub fn status_of_id(&self, id: impl Into<Id>) -> Call<LinkStatus> {
        Call::operation(self.hero.api().get_link_status().id(id_text(id)).view())
    }

    /// The links of the practice group, of every kind.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn expired(hero: &hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let mut links = hero.links().list().kind("booking").status("expired").items();
    /// while let Some(link) = links.next().await {
    ///     println!("{:?}", link?.get("id"));
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "listShortLinks")]
    pub fn list(&self) -> LinkSearch {
        LinkSearch::new(&self.hero)
    }
}
