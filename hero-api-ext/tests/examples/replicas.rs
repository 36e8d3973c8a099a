//! The examples with several processes and a Redis. Without `HERO_TEST_REDIS` these tests say so and pass.

use super::{example, run};

fn has_redis() -> bool {
    let has_redis = std::env::var("HERO_TEST_REDIS").is_ok();
    if !has_redis {
        println!("skipped: no Redis (set HERO_TEST_REDIS to its URL)");
    }
    has_redis
}

#[test]
fn replicas_handle_each_delivery_once_through_kills() {
    if !has_redis() {
        return;
    }
    let stdout = run(example("replicas").args(["--deliveries", "60", "--kills", "4", "--seconds", "6"]));
    assert_eq!(stdout.lines().last(), Some("every check passed"), "{stdout}");
}

#[test]
fn queue_survives_the_death_of_a_worker() {
    if !has_redis() {
        return;
    }
    let stdout = run(&mut example("webhook_queue"));
    let handled: Vec<_> = stdout.lines().filter_map(|line| line.strip_prefix("other handled ")).collect();
    let killed_at = stdout.lines().find_map(|line| line.strip_prefix("the worker is killed when it begins "));
    assert_eq!(handled.len(), 10, "{stdout}");
    assert!(handled.contains(&killed_at.unwrap()), "{stdout}");
    assert_eq!(stdout.matches("twice: 202 200").count(), 12, "{stdout}");
    assert_eq!(stdout.lines().last(), Some("all 12 deliveries are handled"), "{stdout}");
}
