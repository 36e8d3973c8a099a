use hero_api_ext::{
    bulk::FileJournal,
    testing::{Sharing, journal_conformance},
};

use crate::Scratch;

#[tokio::test]
async fn file_journal_keeps_the_contract() {
    let scratch = Scratch::new();
    let open = async |name: &str| Ok(FileJournal::open(scratch.path(name)).await?);
    journal_conformance(Sharing::OneWorker, open).await.unwrap();
}
