//! The example `book_appointment`, without a key in its environment.

use super::{example, run};

#[test]
fn booking_example_prints_each_step() {
    let stdout = run(example("book_appointment").env_clear());
    for line in [
        "Riverside Medical Practice",
        "Blood test (15 minutes): free from 16 to 20 March",
        "  Monday 16 March, 09:30 with Nurse Bea Cole",
        "Monday 16 March, 09:00 is held for the patient until Friday 13 March, 09:15.",
        "The patient would rather come on Monday 16 March, 09:30.",
        "Booked as appointment 1010.",
    ] {
        assert!(stdout.lines().any(|printed| printed == line), "{line:?} in {stdout}");
    }
}
