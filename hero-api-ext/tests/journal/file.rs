use hero_api_ext::{
    bulk::FileJournal,
    testing::{Sharing, journal_conformance},
};

#[tokio::test]
async fn file_journal_keeps_the_contract() {
    let folder = tempfile::tempdir().unwrap();
    let open = async |name: &str| Ok(FileJournal::open(folder.path().join(name)).await?);
    journal_conformance(Sharing::OneWorker, open).await.unwrap();
}
