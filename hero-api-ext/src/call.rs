use std::{fmt, future::IntoFuture};

use hero_api::{BoxFuture, Operation, ResponseValue};

use crate::Error;

/// One call, ready to be sent with [`send`](Self::send) or by awaiting it.
///
/// It owns a handle on its client, so it can be kept, and sent by a task of its own. Its arguments are checked when it is
/// sent; the error names the argument.
///
/// # Examples
///
/// ```no_run
/// # async fn example(hero: hero_api_ext::Hero) -> Result<(), hero_api_ext::Error> {
/// let forms = hero.forms().list();
/// let forms = tokio::spawn(forms.send()).await;
/// # Ok(())
/// # }
/// ```
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T, E = Error> {
    work: BoxFuture<'static, Result<T, E>>,
}

impl<T, E> Call<T, E> {
    pub(crate) fn new(work: impl Future<Output = Result<T, E>> + Send + 'static) -> Self {
        Self { work: Box::pin(work) }
    }

    /// Sends the call.
    ///
    /// # Errors
    ///
    /// The method that made the call lists them.
    pub async fn send(self) -> Result<T, E> {
        self.work.await
    }
}

impl<T: Send + 'static> Call<T> {
    /// The call of one operation, whose output is returned as it is.
    pub(crate) fn operation(operation: impl Operation<Output = T> + 'static) -> Self {
        Self::new(async move { Ok(ResponseValue::into_inner(operation.send().await?)) })
    }
}

impl<T, E> IntoFuture for Call<T, E> {
    type Output = Result<T, E>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.work
    }
}

impl<T, E> fmt::Debug for Call<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// Lets a builder be awaited, which does what its method `send` does.
macro_rules! send_when_awaited {
    ($({$($generics:tt)*})? $builder:ty => $output:ty) => {
        $crate::call::send_when_awaited!($({$($generics)*})? $builder => $output, $crate::Error);
    };
    ($({$($generics:tt)*})? $builder:ty => $output:ty, $error:ty) => {
        impl$(<$($generics)*>)? ::std::future::IntoFuture for $builder {
            type Output = Result<$output, $error>;
            type IntoFuture = ::hero_api::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }
    };
}

pub(crate) use send_when_awaited;
