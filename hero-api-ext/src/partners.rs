//! Services of other partners that Hero passes on. Start with [`Hero::partners`].

use hero_api::{Operation, builder};

use crate::{Error, Hero, SendWith};

/// A token of the Heidi scribe service with its expiry: the response of `getHeidiToken`.
pub type HeidiToken = <builder::GetHeidiToken<'static> as Operation>::Output;

impl Hero {
    /// Services of other partners.
    #[must_use]
    pub fn partners(&self) -> Partners<'_> {
        Partners { hero: self }
    }
}

/// What Hero passes on from other partners. Made by [`Hero::partners`].
#[derive(Clone, Copy, Debug)]
pub struct Partners<'a> {
    hero: &'a Hero,
}

impl Partners<'_> {
    /// A token of the Heidi scribe service, for the admin and the practice group of the key. It is a credential: do not
    /// log it.
    ///
    /// # Errors
    ///
    /// As every call.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
    /// let token = hero.partners().heidi_token().await?;
    /// println!("good until {}", token.expiration_time);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn heidi_token(&self) -> Result<HeidiToken, Error> {
        self.hero.api().get_heidi_token().send_with(self.hero).await
    }
}
