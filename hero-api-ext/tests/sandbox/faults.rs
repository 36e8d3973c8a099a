use std::time::Duration;

use hero_api_ext::{Effect, Error, RateLimit, retry::Never, sandbox::SandboxError};

use crate::sandbox::opened;

#[tokio::test]
async fn ordered_faults_come_in_order() -> Result<(), Box<dyn std::error::Error>> {
    let (sandbox, hero, _) = opened().await;
    let hero = hero.with_retry_policy(Never);
    for status in [503, 404, 400] {
        sandbox.fail_next("getPatientById", status)?;
    }
    for status in [Some(503), Some(404), Some(400), None] {
        let error = hero.patients().get(7).await.err();
        assert_eq!(error.and_then(|error| error.status()).map(|status| status.as_u16()), status);
    }
    Ok(())
}

#[tokio::test]
async fn lost_response_was_acted_on() -> Result<(), Box<dyn std::error::Error>> {
    let (sandbox, hero, _) = opened().await;
    sandbox.lose_next_response("sendMessage")?;
    let error = hero.messages().sms(7, "Hello").await.err().unwrap();
    assert!(error.is_interrupted() && error.effect() == Effect::Unknown, "{error:?}");
    assert_eq!(sandbox.messages().len(), 1);
    Ok(())
}

#[tokio::test]
async fn delay_outlasts_an_attempt() -> Result<(), Box<dyn std::error::Error>> {
    let (sandbox, hero, _) = opened().await;
    sandbox.delay_next("getPatientById", Duration::from_secs(31))?;
    let error = hero.with_retry_policy(Never).patients().get(7).await.err();
    assert!(error.is_some_and(|error| error.is_timeout()));
    Ok(())
}

#[tokio::test]
async fn rate_limit_lets_pass_again_later() -> Result<(), Box<dyn std::error::Error>> {
    let (sandbox, hero, clock) = opened().await;
    sandbox.set_rate_limit(Some(RateLimit::new(2, Duration::from_secs(60)).burst(2)))?;
    let impatient = hero.with_retry_policy(Never);
    let statuses = async || -> Result<Vec<bool>, Error> {
        let mut passed = Vec::new();
        for _ in 0..3 {
            let result = impatient.patients().get(7).await;
            passed.push(!result.is_err_and(|error| error.is_rate_limited()));
        }
        Ok(passed)
    };
    assert_eq!(statuses().await?, [true, true, false]);
    clock.advance(Duration::from_secs(60));
    assert_eq!(statuses().await?, [true, true, false]);
    sandbox.set_rate_limit(None)?;
    assert_eq!(statuses().await?, [true, true, true]);
    Ok(())
}

#[tokio::test]
async fn mistyped_order_is_an_error() {
    let (sandbox, ..) = opened().await;
    assert!(matches!(sandbox.fail_next("sendMesage", 500), Err(SandboxError::UnknownOperation)));
    assert!(matches!(sandbox.fail_next("sendMessage", 99), Err(SandboxError::UnknownStatus(99))));
    assert!(matches!(sandbox.emit("13", "prescription.issued", "1"), Err(SandboxError::UnknownPracticeGroup)));
}
