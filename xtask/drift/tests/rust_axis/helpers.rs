fn client() -> &'static Client {
    let credentials = Credentials::new("key", "group").expect("credentials");
    Box::leak(Box::new(Client::new("https://api.example.com", credentials).expect("client")))
}

/// The request that an operation would send, if it would send one.
fn request<O: Operation>(operation: O) -> Option<reqwest::Request> {
    operation.into_request().ok()
}

fn body(request: &reqwest::Request) -> String {
    let bytes = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

fn reads<T: serde::de::DeserializeOwned>(json: &str) -> bool {
    read::<T>(json).is_some()
}
