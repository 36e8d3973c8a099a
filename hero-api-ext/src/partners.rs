//! Services of other partners that Hero passes on. Start with [`Hero::partners`].

use hero_api::{Operation, builder};

use crate::{Call, Hero};

/// A token of the Heidi scribe service with its expiry: the response of `getHeidiToken`.
pub type HeidiToken = <builder::GetHeidiToken as Operation>::Output;

impl Hero {
    /// Services of other partners.
    #[must_use]
    pub fn partners(&self) -> Partners {
        Partners { hero: self.clone() }
    }
}

/// What Hero passes on from other partners. Made by [`Hero::partners`].
#[derive(Clone, Debug)]
pub struct Partners {
    hero: Hero,
}

impl Partners {
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
    /// let token = hero.partners().heidi_token().send().await?;
    /// println!("good until {}", token.expiration_time);
    /// # Ok(())
    /// # }
    /// ```
    #[doc(alias = "getHeidiToken")]
    pub fn heidi_token(&self) -> Call<HeidiToken> {
        Call::operation(self.hero.api().get_heidi_token())
    }
}
