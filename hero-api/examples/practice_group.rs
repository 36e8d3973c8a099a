//! Prints the id of the practice group that a key belongs to: `GET /v1/me`.
//!
//! ```text
//! HERO_API_KEY=… HERO_PRACTICE_GROUP_ID=… cargo run -p hero-api --example practice_group [BASE URL]
//! ```

use std::{env, error::Error};

use hero_api::{Client, Credentials};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let base_url = env::args().nth(1).unwrap_or_else(|| "https://api.herohealth.net".to_owned());
    let credentials = Credentials::new(&env::var("HERO_API_KEY")?, &env::var("HERO_PRACTICE_GROUP_ID")?)?;
    let client = Client::new(&base_url, credentials)?;

    let practice_group = client.get_practice_group_by_id().send().await?;
    println!("{}", practice_group.id.as_deref().unwrap_or("the response has no id"));
    Ok(())
}
