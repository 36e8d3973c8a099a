//! What the sources of the xtask crates promise: no import circle, and no match on printed tokens.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to fail its test")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{
    Expr, ExprMethodCall, Item, UseTree,
    visit::{self, Visit},
};

/// The crates below `xtask` whose modules are in layers; `.` is the command.
const LAYERED: [&str; 4] = ["codegen", "document", "drift", "."];

fn source_of(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name).join("src")
}

/// The Rust files of a folder with their paths below it.
fn rust_files(folder: &Path) -> Vec<(PathBuf, syn::File)> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
                found.push((path.strip_prefix(folder).unwrap().to_owned(), file));
            }
        }
    }
    found
}

/// The top-level modules that a file names, after `crate::` or as many `super::` as lead to the root.
struct Imports {
    /// How many modules are around the file, itself included.
    depth: usize,
    found: BTreeSet<String>,
}

impl Visit<'_> for Imports {
    fn visit_item_use(&mut self, item: &syn::ItemUse) {
        self.read(&item.tree, 0);
    }

    fn visit_path(&mut self, path: &syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let ups = names.iter().take_while(|name| *name == "super").count();
        let below = match names.first() {
            Some(first) if first == "crate" => names.get(1),
            Some(_) if ups == self.depth => names.get(ups),
            _ => None,
        };
        self.found.extend(below.cloned());
        visit::visit_path(self, path);
    }

    // What a quoted macro names is a module of the generated crate.
    fn visit_macro(&mut self, _: &syn::Macro) {}
}

impl Imports {
    /// Reads a tree of which so many `super::` were read.
    fn read(&mut self, tree: &UseTree, ups: usize) {
        match tree {
            UseTree::Path(path) if path.ident == "crate" => self.read_root(&path.tree),
            UseTree::Path(path) if path.ident == "super" && ups + 1 == self.depth => self.read_root(&path.tree),
            UseTree::Path(path) if path.ident == "super" => self.read(&path.tree, ups + 1),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.read(tree, ups)),
            _ => {}
        }
    }

    fn read_root(&mut self, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => {
                self.found.insert(path.ident.to_string());
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.read_root(tree)),
            UseTree::Name(name) => {
                self.found.insert(name.ident.to_string());
            }
            UseTree::Rename(rename) => {
                self.found.insert(rename.ident.to_string());
            }
            UseTree::Glob(_) => {}
        }
    }
}

/// Top-level module → the other top-level modules that it imports, tests included.
fn imports(name: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, file) in rust_files(&source_of(name)) {
        let module = path.iter().next().unwrap().to_string_lossy().trim_end_matches(".rs").to_owned();
        // The roots declare the modules.
        if ["lib", "main"].contains(&module.as_str()) {
            continue;
        }
        let mut imports = Imports { depth: path.iter().count(), found: BTreeSet::new() };
        imports.visit_file(&file);
        imports.found.remove(&module);
        edges.entry(module).or_default().extend(imports.found);
    }
    edges
}

/// A path of imports that comes back to where it began.
fn circle(edges: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn walk(
        edges: &BTreeMap<String, BTreeSet<String>>,
        module: &str,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<Vec<String>> {
        if let Some(start) = way.iter().position(|known| known == module) {
            return Some(way.split_off(start));
        }
        if !done.contains(module) {
            way.push(module.to_owned());
            for next in edges.get(module).into_iter().flatten() {
                if let Some(found) = walk(edges, next, way, done) {
                    return Some(found);
                }
            }
            way.pop();
            done.insert(module.to_owned());
        }
        None
    }
    let mut done = BTreeSet::new();
    edges.keys().find_map(|module| walk(edges, module, &mut Vec::new(), &mut done))
}

#[test]
fn no_modules_import_each_other_in_a_circle() {
    for name in LAYERED {
        let edges = imports(name);
        assert!(edges.values().any(|imported| !imported.is_empty()), "xtask/{name}/src has no import at all");
        assert_eq!(circle(&edges), None, "a circle of imports in xtask/{name}/src");
    }
}

#[test]
fn a_circle_of_imports_is_found() {
    let edge = |to: &str| BTreeSet::from([to.to_owned()]);
    let edges = BTreeMap::from([("a".to_owned(), edge("b")), ("b".to_owned(), edge("c")), ("c".to_owned(), edge("b"))]);
    assert_eq!(circle(&edges), Some(vec!["b".to_owned(), "c".to_owned()]));
}

/// Functions that print tokens, with their reason: none of them decides by a search in the text.
const PRINTERS: [(&str, &str); 7] = [
    ("described", "an error shows the item that is not known"),
    ("spelled", "reports show types to people"),
    ("add", "bodies of functions are compared as a whole"),
    ("needed", "a member is a name"),
    ("words", "values of serde words are compared as a whole"),
    ("code", "tokens are compared as a whole"),
    ("printed", "a marked file is compiled, and not read"),
];

/// Finds `….to_token_stream().to_string()` and `quote!(…).to_string()`, with the function around it.
#[derive(Default)]
struct Printed {
    function: Vec<String>,
    found: Vec<String>,
}

impl Printed {
    fn inside(&mut self, function: &syn::Ident, visit: impl FnOnce(&mut Self)) {
        self.function.push(function.to_string());
        visit(self);
        self.function.pop();
    }
}

impl Visit<'_> for Printed {
    fn visit_item(&mut self, item: &Item) {
        let is_test =
            matches!(item, Item::Mod(module) if module.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")));
        if !is_test {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &syn::ItemFn) {
        self.inside(&item.sig.ident, |printed| visit::visit_item_fn(printed, item));
    }

    fn visit_impl_item_fn(&mut self, item: &syn::ImplItemFn) {
        self.inside(&item.sig.ident, |printed| visit::visit_impl_item_fn(printed, item));
    }

    fn visit_expr_method_call(&mut self, call: &ExprMethodCall) {
        let prints = match &*call.receiver {
            Expr::MethodCall(inner) => {
                ["to_token_stream", "into_token_stream"].iter().any(|method| inner.method == method)
            }
            Expr::Call(inner) => {
                matches!(&*inner.func, Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "to_token_stream"))
            }
            Expr::Macro(inner) => inner.mac.path.is_ident("quote"),
            _ => false,
        };
        let function = self.function.last().cloned().unwrap_or_default();
        if call.method == "to_string" && prints && !PRINTERS.iter().any(|(name, _)| *name == function) {
            self.found.push(function);
        }
        visit::visit_expr_method_call(self, call);
    }
}

#[test]
fn no_code_matches_printed_tokens() {
    for name in ["codegen", "drift"] {
        for (path, file) in rust_files(&source_of(name)) {
            let mut printed = Printed::default();
            printed.visit_file(&file);
            assert!(
                printed.found.is_empty(),
                "{} prints tokens in {:?}: match their syntax, since printed tokens include doc comments",
                path.display(),
                printed.found
            );
        }
    }
}

#[test]
fn a_match_on_printed_tokens_is_found() {
    let file = syn::parse_quote! {
        fn is_flat(field: &syn::Field) -> bool {
            field.to_token_stream().to_string().contains("flatten")
        }
    };
    let mut printed = Printed::default();
    printed.visit_file(&file);
    assert_eq!(printed.found, ["is_flat"]);
}
