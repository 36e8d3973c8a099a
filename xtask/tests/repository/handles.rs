//! Which handle of hero-api-ext calls which operation: the page, and the search words of the documentation.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use document::{Document, schema};

use crate::support::{committed, repository};

const PAGE: &str = "docs/handles.md";

/// The methods that have an operation as their alias, as a caller writes them, by operation.
type Handles = BTreeMap<String, BTreeSet<String>>;

#[test]
fn each_operation_that_a_handle_calls_is_an_alias() {
    let operations = operations();
    let aliases = handles();
    for file in sources() {
        let text = code(&file);
        let calls = text.split(".api()").skip(1).filter_map(|rest| rest.trim_start().strip_prefix('.'));
        for method in
            calls.map(|rest| rest.split(|letter: char| letter != '_' && !letter.is_alphanumeric()).next().unwrap())
        {
            let Some(id) = operations.get(method) else { continue };
            assert!(aliases.contains_key(id), "{}: no method of a handle has #[doc(alias = \"{id}\")]", file.display());
        }
    }
}

#[test]
fn each_alias_is_an_operation() {
    let operations = operations();
    let known: BTreeSet<&String> = operations.values().collect();
    for (id, methods) in handles() {
        assert!(known.contains(&id), "{methods:?} has the alias {id}, which is not an operation");
    }
}

#[test]
fn page_of_handles_is_what_the_aliases_say() {
    assert!(
        committed(PAGE) == page(),
        "{PAGE} is not what the aliases say: `cargo test -p xtask --test repository -- --ignored write_page_of_handles` writes it"
    );
}

#[test]
#[ignore = "writes docs/handles.md"]
fn write_page_of_handles() {
    fs::write(repository().join(PAGE), page()).unwrap();
}

fn page() -> String {
    let mut page = String::from(
        "# Operations and their handles\n\n\
         The methods of `hero-api-ext` that call each operation of the API. An operation that is not here is called through\n\
         `hero.api()`, as all others can be. A test writes the page from the aliases in the source. A search for an operation in the\n\
         documentation finds the same methods.\n\n\
         | operation | methods |\n| --- | --- |\n",
    );
    for (id, methods) in handles() {
        let methods: Vec<String> = methods.iter().map(|method| format!("`{method}`")).collect();
        writeln!(page, "| `{id}` | {} |", methods.join(", ")).unwrap();
    }
    page
}

/// The ids of all operations, by the name of their method in Rust.
fn operations() -> BTreeMap<String, String> {
    let description = Document::read("openapi.yaml", committed("openapi.yaml").as_bytes()).unwrap();
    let ids = schema::operations(&description.value)
        .map(|(_, operation)| operation["operationId"].as_str().unwrap().to_owned())
        .collect::<Vec<_>>();
    ids.into_iter().map(|id| (snake_case(&id), id)).collect()
}

fn snake_case(id: &str) -> String {
    let mut name = String::new();
    for letter in id.chars() {
        if letter.is_uppercase() {
            name.push('_');
        }
        name.extend(letter.to_lowercase());
    }
    name
}

/// The source files of hero-api-ext.
fn sources() -> Vec<PathBuf> {
    let mut waiting = vec![repository().join("hero-api-ext/src")];
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort_unstable();
    files
}

/// The text of a source file without comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    lines.join("\n")
}

fn handles() -> Handles {
    let files: Vec<String> = sources().iter().map(|file| code(file)).collect();
    let starts: BTreeMap<&str, String> = files.iter().flat_map(|text| methods(text)).filter_map(start).collect();
    let mut handles = Handles::new();
    for method in files.iter().flat_map(|text| methods(text)) {
        let name = match starts.get(method.owner) {
            Some(start) => format!("{start}.{}", method.name),
            None => format!("{}::{}", method.owner, method.name),
        };
        for id in method.aliases {
            handles.entry(id.to_owned()).or_default().insert(name.clone());
        }
    }
    handles
}

/// `hero.tasks()` for the type `Tasks`, from the method of `Hero` that returns it.
fn start(method: Method<'_>) -> Option<(&str, String)> {
    let (owner, name) = (method.owner, method.name);
    (owner == "Hero").then_some((method.returns?, format!("hero.{name}()")))
}

/// A public method.
struct Method<'a> {
    owner: &'a str,
    name: &'a str,
    aliases: Vec<&'a str>,
    returns: Option<&'a str>,
}

/// The public methods in a file, as rustfmt lays them out.
fn methods(text: &str) -> Vec<Method<'_>> {
    let mut found = Vec::new();
    let (mut owner, mut aliases) = ("", Vec::new());
    for line in text.lines() {
        if line.starts_with("impl") {
            let ty = line.rsplit(" for ").next().unwrap().trim_start_matches("impl");
            // After the parameters of the `impl`, if it has any.
            owner = identifier(ty.strip_prefix('<').and_then(|ty| ty.split_once("> ")).map_or(ty, |(_, ty)| ty));
        } else if let Some(alias) = line.trim_start().strip_prefix("#[doc(alias") {
            aliases = alias.split('"').skip(1).step_by(2).collect();
        } else if let Some(rest) = line.strip_prefix("    pub ") {
            let rest = rest.trim_start_matches("async ");
            if let Some(rest) = rest.strip_prefix("fn ") {
                let returns = rest.split(" -> ").nth(1).map(identifier);
                found.push(Method { owner, name: identifier(rest), aliases: std::mem::take(&mut aliases), returns });
            }
        }
    }
    found
}

/// The identifier at the start of a text.
fn identifier(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.find(|letter: char| letter != '_' && !letter.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}
