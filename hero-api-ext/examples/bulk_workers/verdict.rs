//! The journal and the results, held against what the server has accepted.

use std::time::Duration;

use hero_api_ext::bulk::{Claim, Entry, Journal, Journaled};

use super::{
    Failure,
    ledger::{State, Truth},
    run::{Outcome, Plan},
};

/// How many inputs are read at once.
const BLOCK: usize = 1_000;

/// Prints what came of a run, and returns what is wrong.
pub(crate) async fn print(plan: &Plan, outcome: &Outcome) -> Result<Vec<String>, Failure> {
    let store = plan.store.as_ref().ok_or("there is no journal")?;
    let journal = store.open(Duration::from_secs(60)).await?;
    let patients = usize::try_from(plan.task.patients)?;
    let claims = read(&*journal, patients).await?;
    let state = outcome.server.ledger.state();
    let count = |letter| outcome.results.iter().filter(|(_, told)| *told == letter).count();
    let accepted: usize = state.patients.values().map(|truth| truth.accepted.len()).sum();
    let seconds = outcome.took.as_secs_f64();
    println!("{} workers, {} killed, {seconds:.1} s", plan.workers, outcome.kills);
    println!("server: {} requests, {accepted} accepted, away {} times", state.requests, state.absences);
    println!("told: {} sent, {} not sent, {} unknown", count('s'), count('n'), count('u'));
    let kinds =
        ["sent", "not sent", "unknown"].map(|kind| claims.iter().filter(|claim| kind_of(claim) == kind).count());
    println!("journal: {} sent, {} not sent, {} unknown", kinds[0], kinds[1], kinds[2]);
    print_times(&outcome.times);
    Ok(findings(plan, outcome, &state, &claims))
}

async fn read(journal: &dyn Journal, patients: usize) -> Result<Vec<Claim>, Failure> {
    let mut claims = Vec::with_capacity(patients);
    while claims.len() < patients {
        claims.extend(journal.claim(claims.len()..patients.min(claims.len() + BLOCK), false).await?);
    }
    Ok(claims)
}

fn kind_of(claim: &Claim) -> &'static str {
    match claim {
        Claim::Settled(note) | Claim::Granted(Some(note)) => match note.entry {
            Entry::Sent(_) => "sent",
            Entry::NotSent => "not sent",
            _ => "unknown",
        },
        _ => "nothing",
    }
}

fn print_times(times: &[[u64; 5]]) {
    let total = |place: usize| times.iter().filter_map(|times| times.get(place)).sum::<u64>().max(1);
    let [starts, start, finish, claims, claim] = [0, 1, 2, 3, 4].map(total);
    println!(
        "processes that came to their end: {starts} starts of {} us, outcomes of {} us",
        start / starts,
        finish / starts
    );
    println!("  {claims} claims of a block of {} us", claim / claims);
}

fn findings(plan: &Plan, outcome: &Outcome, state: &State, claims: &[Claim]) -> Vec<String> {
    let mut findings = Vec::new();
    let twice = state.patients.values().filter(|truth| truth.accepted.len() > 1).count();
    if twice > 0 {
        findings.push(format!("twice: {twice} patients got their message more than once"));
    }
    let truth = |input: usize| state.patients.get(&(input as u64 + 1)).cloned().unwrap_or_default();
    let count = |is_wrong: &dyn Fn(&Claim, &Truth) -> bool| {
        claims.iter().enumerate().filter(|(input, claim)| is_wrong(claim, &truth(*input))).count()
    };
    let wrong = [
        ("lost: the journal has nothing of these", count(&|claim, _| kind_of(claim) == "nothing")),
        (
            "sent: the server does not know these messages",
            count(&|claim, truth| match claim {
                Claim::Settled(Journaled { entry: Entry::Sent(id), .. }) => {
                    !truth.accepted.iter().any(|accepted| accepted == id.as_str())
                }
                _ => false,
            }),
        ),
        (
            "not sent: the server has accepted these",
            count(&|claim, truth| kind_of(claim) == "not sent" && !truth.accepted.is_empty()),
        ),
    ];
    findings.extend(wrong.iter().filter(|(_, inputs)| *inputs > 0).map(|(what, inputs)| format!("{what}: {inputs}")));
    // A connection that waits to be accepted when the server goes away is reset, and the server does not know of it.
    let allowed = outcome.kills * plan.task.concurrency + usize::try_from(state.absences).unwrap_or(usize::MAX);
    let unexplained = count(&|claim, truth| kind_of(claim) == "unknown" && !truth.was_ambiguous);
    println!("unknown without an ambiguous response: {unexplained}, of at most {allowed} by kills");
    if unexplained > allowed {
        findings.push(format!("unknown: {unexplained} for no reason; {allowed} have one"));
    }
    // Each is told by a process, or was under way in one that was killed.
    let told: std::collections::HashSet<usize> = outcome.results.iter().map(|(input, _)| *input).collect();
    let untold = claims.len() - told.len();
    println!("inputs that no process told: {untold}");
    if untold > allowed {
        findings.push(format!("results: no process told {untold} inputs; kills explain {allowed}"));
    }
    findings
}
