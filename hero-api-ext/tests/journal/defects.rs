//! Each clause of the suite finds the defect that it is for.

use std::time::Duration;

use futures_util::future::join_all;
use hero_api_ext::testing::{Sharing, Violations, journal_conformance};

use crate::journal::memory::{Defect, Store};

const LEASE: Duration = Duration::from_millis(400);

/// Each defect with the clause that has to find it.
const DEFECTS: [(Defect, &str); 17] = [
    (Defect::ClaimLacksTheLast, "a new journal grants each input once"),
    (Defect::StartNeedsNoClaim, "a start needs a claim"),
    (Defect::StartKeepsTheClaim, "a claim is used up by one start"),
    (Defect::FingerprintIsCut, "what was noted is there at the next opening"),
    (Defect::OutcomeOverSent, "what was sent is never started again"),
    (Defect::UnknownGetsFree, "unknown is granted on demand only"),
    (Defect::LostStartGetsFree, "a lost start is unknown"),
    (Defect::ClaimsNeverEnd, "a lost claim is free"),
    (Defect::NotesOverwriteEachOther, "many notes at once are all made"),
    (Defect::OneStoreForAll, "journals are separate"),
    (Defect::ClaimIsNotAtomic, "of many workers, one gets a claim"),
    (Defect::LeaseIsIgnored, "no other worker gets a claim with a lease"),
    (Defect::StartIsNotFenced, "a claim that was taken over does not start"),
    (Defect::LateSentIsRefused, "sent is noted however late"),
    (Defect::LateFailureIsNoted, "another late outcome changes nothing"),
    (Defect::OutcomeOfOthersIsNoted, "an outcome is noted for its worker only"),
    (Defect::ReleaseGivesUpStarted, "a released claim is free"),
];

async fn conformance(defect: Option<Defect>) -> Result<(), Violations> {
    let store = Store::new(LEASE, defect);
    journal_conformance(Sharing::Lease(LEASE), async |name: &str| Ok(store.open(name))).await
}

#[tokio::test(start_paused = true)]
async fn journal_without_a_defect_passes() {
    conformance(None).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn each_clause_finds_its_planted_defect() {
    let found = join_all(DEFECTS.map(|(defect, _)| conformance(Some(defect)))).await;
    for ((defect, clause), violations) in DEFECTS.iter().zip(found) {
        let violations = violations.expect_err("a journal with a defect passed");
        assert!(violations.clauses().contains(clause), "{defect:?}: {violations}");
    }
}

#[tokio::test]
async fn every_clause_has_a_planted_defect() {
    // A journal that cannot be opened violates all.
    let open = async |_: &str| Err::<crate::journal::memory::Worker, _>("closed".into());
    let violations = journal_conformance(Sharing::Lease(LEASE), open).await.unwrap_err();
    let clauses: Vec<_> = DEFECTS.iter().map(|(_, clause)| *clause).collect();
    assert_eq!(violations.clauses(), clauses);
}
