//! The clauses for a journal that one worker has open at a time.

use futures_util::future::{join_all, try_join_all};

use super::{Checked, Suite, begin, check, claim, claim_one, expect_claim, not_sent, send, sent, unknown};
use crate::{
    bulk::{Claim, Journal, JournalError},
    testing::violations::Report,
};

impl<J: Journal, F: AsyncFn(&str) -> Result<J, JournalError>> Suite<J, F> {
    pub(super) async fn for_one_worker(&self, report: &mut Report) {
        let held = |checked: Checked| checked.map(|()| true);
        report.check("a new journal grants each input once", async { held(self.claims_are_told().await) }).await;
        report.check("a start needs a claim", async { held(self.start_needs_a_claim().await) }).await;
        report.check("a claim is used up by one start", async { held(self.one_start_for_a_claim().await) }).await;
        report.check("what was noted is there at the next opening", async { held(self.notes_last().await) }).await;
        report.check("what was sent is never started again", async { held(self.sent_is_final().await) }).await;
        report.check("unknown is granted on demand only", async { held(self.unknown_is_kept().await) }).await;
        report.check("a lost start is unknown", async { held(self.lost_start_is_unknown().await) }).await;
        report.check("a lost claim is free", async { held(self.lost_claim_is_free().await) }).await;
        report.check("many notes at once are all made", async { held(self.notes_are_apart().await) }).await;
        report.check("journals are separate", async { held(self.journals_are_separate().await) }).await;
    }

    async fn claims_are_told(&self) -> Checked {
        let worker = self.open("told").await?;
        check(claim(&worker, 0..100).await? == vec![Claim::Granted(None); 100], "100 inputs were not granted")?;
        check(claim(&worker, 7..7).await?.is_empty(), "no inputs have a claim")?;
        let claims = claim(&worker, 90..110).await?;
        check(claims.len() == 20, "20 inputs do not have 20 claims")?;
        let is_granted = claims.iter().skip(10).all(|claim| *claim == Claim::Granted(None));
        check(is_granted, "a range that overlaps another did not grant what is new")
    }

    async fn start_needs_a_claim(&self) -> Checked {
        let worker = self.open("unclaimed").await?;
        check(!worker.start(3, 7).await?, "an input started that was not claimed")?;
        expect_claim(&worker, 4, Claim::Granted(None)).await?;
        check(!worker.start(3, 7).await?, "the claim of an input started another")?;
        check(worker.start(4, 7).await?, "a claimed input did not start")
    }

    async fn one_start_for_a_claim(&self) -> Checked {
        let worker = self.open("once").await?;
        expect_claim(&worker, 3, Claim::Granted(None)).await?;
        let starts = try_join_all((0..20).map(|_| worker.start(3, 7))).await?;
        let started = starts.into_iter().filter(|started| *started).count();
        check(started == 1, &format!("20 starts with one claim began {started} messages"))?;
        worker.finish(3, unknown(7)).await?;
        check(!worker.start(3, 7).await?, "an input started again after its outcome")
    }

    async fn notes_last(&self) -> Checked {
        let far = usize::try_from(u32::MAX)?;
        let worker = self.open("last").await?;
        send(&worker, 0, sent(u64::MAX)).await?;
        send(&worker, 1, not_sent(u64::MAX / 2 + 1)).await?;
        send(&worker, 2, unknown(0)).await?;
        send(&worker, far, sent(1)).await?;
        drop(worker);
        let worker = self.open("last").await?;
        expect_claim(&worker, 0, Claim::Settled(sent(u64::MAX))).await?;
        expect_claim(&worker, 1, Claim::Granted(Some(not_sent(u64::MAX / 2 + 1)))).await?;
        expect_claim(&worker, 2, Claim::Settled(unknown(0))).await?;
        expect_claim(&worker, far, Claim::Settled(sent(1))).await?;
        check(worker.start(1, 8).await?, "what was not sent did not start again")
    }

    async fn sent_is_final(&self) -> Checked {
        let worker = self.open("sent").await?;
        send(&worker, 0, sent(7)).await?;
        for outcome in [not_sent(7), unknown(7)] {
            check(!worker.finish(0, outcome).await?, "an outcome came over one that was sent")?;
        }
        drop(worker);
        let worker = self.open("sent").await?;
        let claims = worker.claim(0..1, true).await?;
        check(claims == [Claim::Settled(sent(7))], &format!("what was sent is {claims:?}"))?;
        check(!worker.start(0, 7).await?, "what was sent started again")
    }

    async fn unknown_is_kept(&self) -> Checked {
        let granted = [Claim::Granted(Some(unknown(7)))];
        let worker = self.open("unknown").await?;
        send(&worker, 0, unknown(7)).await?;
        drop(worker);
        let worker = self.open("unknown").await?;
        check(worker.claim(0..1, true).await? == granted, "it was asked for and not granted")?;
        drop(worker);
        self.wait().await;
        let worker = self.open("unknown").await?;
        // The worker that had asked for it did not start it.
        expect_claim(&worker, 0, Claim::Settled(unknown(7))).await?;
        check(!worker.start(0, 7).await?, "it was not asked for and started")?;
        drop(worker);
        let worker = self.open("unknown").await?;
        check(worker.claim(0..1, true).await? == granted, "it was asked for again and not granted")?;
        check(worker.start(0, 7).await?, "it was asked for and did not start")
    }

    async fn lost_start_is_unknown(&self) -> Checked {
        let worker = self.open("lost-start").await?;
        begin(&worker, 0, 7).await?;
        drop(worker);
        self.wait().await;
        for _ in 0..2 {
            let worker = self.open("lost-start").await?;
            expect_claim(&worker, 0, Claim::Settled(unknown(7))).await?;
            check(!worker.start(0, 7).await?, "what a dead worker had started, started again")?;
        }
        Ok(())
    }

    async fn lost_claim_is_free(&self) -> Checked {
        let worker = self.open("lost-claim").await?;
        send(&worker, 1, not_sent(7)).await?;
        expect_claim(&worker, 0, Claim::Granted(None)).await?;
        drop(worker);
        let worker = self.open("lost-claim").await?;
        claim_one(&worker, 1).await?;
        drop(worker);
        self.wait().await;
        let worker = self.open("lost-claim").await?;
        expect_claim(&worker, 0, Claim::Granted(None)).await?;
        expect_claim(&worker, 1, Claim::Granted(Some(not_sent(7)))).await?;
        for input in 0..2 {
            check(worker.start(input, 7).await?, "a lost claim was granted and did not start")?;
        }
        Ok(())
    }

    async fn notes_are_apart(&self) -> Checked {
        let worker = self.open("many").await?;
        claim(&worker, 0..200).await?;
        let outcome = |input: u64| match input % 3 {
            0 => sent(input),
            1 => not_sent(input),
            _ => unknown(input),
        };
        let note = async |input: u64| {
            let place = usize::try_from(input)?;
            let is_started = worker.start(place, input).await?;
            let is_finished = worker.finish(place, outcome(input)).await?;
            check(is_started && is_finished, "a note among many was not made")
        };
        join_all((0..200).map(note)).await.into_iter().collect::<Checked>()?;
        drop(worker);
        let worker = self.open("many").await?;
        for (input, claim) in (0..).zip(claim(&worker, 0..200).await?) {
            let expected = match input % 3 {
                1 => Claim::Granted(Some(outcome(input))),
                _ => Claim::Settled(outcome(input)),
            };
            check(claim == expected, &format!("input {input} is {claim:?} and should be {expected:?}"))?;
        }
        Ok(())
    }

    async fn journals_are_separate(&self) -> Checked {
        let worker = self.open("one").await?;
        send(&worker, 0, sent(7)).await?;
        let other = self.open("other").await?;
        expect_claim(&other, 0, Claim::Granted(None)).await
    }
}
