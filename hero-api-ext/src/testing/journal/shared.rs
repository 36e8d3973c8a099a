//! The clauses for a journal that several workers share.

use futures_util::future::try_join_all;

use super::{Checked, Suite, begin, check, claim, claim_one, expect_claim, not_sent, sent, unknown};
use crate::{
    bulk::{Claim, Journal, JournalError},
    testing::violations::Report,
};

impl<J: Journal, F: AsyncFn(&str) -> Result<J, JournalError>> Suite<J, F> {
    pub(super) async fn for_several_workers(&self, report: &mut Report) {
        let held = |checked: Checked| checked.map(|()| true);
        report.check("of many workers, one gets a claim", async { held(self.claims_are_exclusive().await) }).await;
        report.check("no other worker gets a claim with a lease", async { held(self.lease_is_kept().await) }).await;
        report.check("a claim that was taken over does not start", async { held(self.start_is_fenced().await) }).await;
        report.check("sent is noted however late", async { held(self.late_sent_is_noted().await) }).await;
        report
            .check("another late outcome changes nothing", async { held(self.late_failure_is_refused().await) })
            .await;
        report.check("an outcome is noted for its worker only", async { held(self.outcomes_are_own().await) }).await;
        report.check("a released claim is free", async { held(self.released_is_free().await) }).await;
    }

    async fn claims_are_exclusive(&self) -> Checked {
        let workers = [
            self.open("exclusive").await?,
            self.open("exclusive").await?,
            self.open("exclusive").await?,
            self.open("exclusive").await?,
        ];
        for start in (0..200).step_by(10) {
            let claims = try_join_all(workers.iter().map(|worker| claim(worker, start..start + 10))).await?;
            for place in 0..10 {
                let granted = claims.iter().filter(|claims| claims.get(place) == Some(&Claim::Granted(None))).count();
                check(granted == 1, &format!("an input was granted to {granted} of 4 workers"))?;
            }
        }
        Ok(())
    }

    async fn lease_is_kept(&self) -> Checked {
        let (first, second) = (self.open("lease").await?, self.open("lease").await?);
        expect_claim(&first, 0, Claim::Granted(None)).await?;
        begin(&first, 1, 7).await?;
        for input in 0..2 {
            expect_claim(&second, input, Claim::Elsewhere).await?;
            check(!second.start(input, 7).await?, "an input started with the claim of another worker")?;
        }
        check(first.start(0, 7).await?, "a claim was lost before the end of its lease")?;
        check(first.finish(1, sent(7)).await?, "a start was lost before the end of its lease")?;
        expect_claim(&second, 1, Claim::Settled(sent(7))).await
    }

    async fn start_is_fenced(&self) -> Checked {
        let (first, second) = (self.open("fenced").await?, self.open("fenced").await?);
        expect_claim(&first, 0, Claim::Granted(None)).await?;
        self.wait().await;
        expect_claim(&second, 0, Claim::Granted(None)).await?;
        check(!first.start(0, 7).await?, "a worker started what another had taken over")?;
        check(second.start(0, 7).await?, "the worker that took it over could not start")
    }

    async fn late_sent_is_noted(&self) -> Checked {
        let (first, second) = (self.open("late-sent").await?, self.open("late-sent").await?);
        begin(&first, 0, 7).await?;
        self.wait().await;
        expect_claim(&second, 0, Claim::Settled(unknown(7))).await?;
        check(first.finish(0, sent(7)).await?, "a message was sent and stays unknown")?;
        expect_claim(&second, 0, Claim::Settled(sent(7))).await
    }

    async fn late_failure_is_refused(&self) -> Checked {
        let (first, second) = (self.open("late-failure").await?, self.open("late-failure").await?);
        begin(&first, 0, 7).await?;
        self.wait().await;
        expect_claim(&second, 0, Claim::Settled(unknown(7))).await?;
        check(!first.finish(0, not_sent(7)).await?, "a late outcome is called noted")?;
        expect_claim(&second, 0, Claim::Settled(unknown(7))).await
    }

    async fn outcomes_are_own(&self) -> Checked {
        let (first, second) = (self.open("own").await?, self.open("own").await?);
        begin(&first, 0, 7).await?;
        for outcome in [not_sent(7), unknown(7)] {
            check(!second.finish(0, outcome).await?, "a worker ended what another had started")?;
        }
        expect_claim(&second, 0, Claim::Elsewhere).await?;
        check(first.finish(0, sent(7)).await?, "the worker that started it could not end it")
    }

    async fn released_is_free(&self) -> Checked {
        let (first, second) = (self.open("released").await?, self.open("released").await?);
        claim(&first, 0..3).await?;
        check(first.start(1, 7).await?, "a claimed input did not start")?;
        first.release(0..3).await?;
        check(claim_one(&second, 1).await? == Claim::Elsewhere, "what had started was released")?;
        self.wait().await;
        for input in [0, 2] {
            expect_claim(&second, input, Claim::Granted(None)).await?;
            check(!first.start(input, 7).await?, "an input started after its release")?;
        }
        Ok(())
    }
}
