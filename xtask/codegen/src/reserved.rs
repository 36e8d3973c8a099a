//! Names that the bindings have for themselves, so that no tag, operation or type may have them.

/// What stands in each folder of the bindings, and words that no module may have.
pub(crate) const MODULES: [&str; 6] = ["builder", "crate", "mod", "self", "super", "types"];

/// What stands beside the folders of the tags only.
pub(crate) const BESIDE_TAGS: [&str; 3] = ["mock", "operations", "shared"];

/// Features that the crate has anyway.
pub(crate) const FEATURES: [&str; 7] =
    ["all-tags", "default", "httpmock", "native-tls", "observe", "rustls", "schemars"];

/// Methods of the hand-written client.
pub(crate) const METHODS: [&str; 12] = [
    "assemble",
    "base_url",
    "clone",
    "execute",
    "execute_through",
    "fetch",
    "http",
    "new",
    "over",
    "url",
    "with_plain_transport",
    "with_transport",
];

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;

    fn read(path: &str) -> String {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../hero-api").join(path)).unwrap()
    }

    #[test]
    fn every_method_of_the_client_is_known() {
        let parts = ["src/client.rs", "src/runtime/client.rs"].map(|path| syn::parse_file(&read(path)).unwrap());
        let own = parts.into_iter().flat_map(|part| part.items).filter_map(|item| match item {
            syn::Item::Impl(item) if item.trait_.is_none() => Some(item.items),
            _ => None,
        });
        let mut methods: Vec<String> = own
            .flatten()
            .filter_map(|item| match item {
                syn::ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
                _ => None,
            })
            .collect();
        methods.push("clone".to_owned());
        methods.sort();
        assert_eq!(methods, METHODS);
    }

    #[test]
    fn every_feature_that_is_no_tag_is_known() {
        let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
        let features = manifest["features"].as_table().unwrap();
        for feature in FEATURES {
            assert!(features.contains_key(feature), "{feature}");
        }
        let all_tags: Vec<&str> =
            features["all-tags"].as_array().unwrap().iter().filter_map(|tag| tag.as_str()).collect();
        for feature in features.keys().map(String::as_str) {
            assert!(all_tags.contains(&feature) || FEATURES.contains(&feature), "{feature}");
        }
    }
}
