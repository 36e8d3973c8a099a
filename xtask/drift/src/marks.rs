//! Marks on the items of the old bindings, which make the compiler name every line that uses them.
//!
//! A mark is a `#[deprecated]` attribute. The compiler follows types, so it finds a use of a field or of a method exactly,
//! where a search for its name would guess.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::{self, Write as _},
};

use codegen::model::{Model, Operation};
use quote::ToTokens as _;
use syn::{Attribute, ImplItem, Item, ItemImpl, parse_quote};

use crate::{
    class::Class,
    compiler::CompilerMessage,
    report::Report,
    rust::{RustRule, RustVerdict},
};

/// How the note of a mark begins.
const NOTE: &str = "drift:";

/// A difference that a line is marked with, as an index into its axis.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Mark {
    Rust(usize),
    Wire(usize),
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rust(index) => write!(f, "r{index}"),
            Self::Wire(index) => write!(f, "w{index}"),
        }
    }
}

impl Mark {
    /// The marks that a message of the compiler names; nothing where it is about something else.
    pub(crate) fn all_in(message: &CompilerMessage) -> Option<Vec<Self>> {
        // A crate can make an error of what is a warning by default.
        if !message.code.as_deref()?.starts_with("deprecated") {
            return None;
        }
        let (_, note) = message.text.rsplit_once(NOTE)?;
        note.split(',').map(|word| Self::read(word.trim())).collect()
    }

    fn read(word: &str) -> Option<Self> {
        let index = |digits: &str| digits.parse().ok();
        match word.split_at_checked(1)? {
            ("r", digits) => index(digits).map(Self::Rust),
            ("w", digits) => index(digits).map(Self::Wire),
            _ => None,
        }
    }

    pub(crate) fn rust(self) -> Option<usize> {
        if let Self::Rust(index) = self { Some(index) } else { None }
    }

    pub(crate) fn wire(self) -> Option<usize> {
        if let Self::Wire(index) = self { Some(index) } else { None }
    }
}

/// Run-time breaks that reach only who names the field, setter or variant. All others reach who calls the operation.
const BY_NAME: [RustRule; 6] = [
    RustRule::RuleTightened,
    RustRule::BecameReadOnly,
    RustRule::SentElsewhere,
    RustRule::NoneSentOtherwise,
    RustRule::FieldMovedOnWire,
    RustRule::TextContentChanged,
];

/// What to mark.
#[derive(Debug, Default)]
pub struct Marks {
    /// Item of the old bindings below the crate: `types::Patient::email`.
    items: BTreeMap<String, BTreeSet<Mark>>,
    /// `operationId` of the old description.
    operations: BTreeMap<String, BTreeSet<Mark>>,
}

/// The operations of the old bindings, by the names under which a report mentions them.
struct Operations<'a> {
    old: &'a Model,
    new: &'a Model,
}

impl<'a> Operations<'a> {
    /// The old operation that a report calls `name`: by its id or its address, on either side.
    fn find(&self, name: &str) -> Option<&'a Operation> {
        let address = |operation: &Operation| format!("{} {}", operation.method, operation.path);
        let is_it = |operation: &&Operation| operation.id == name || address(operation) == name;
        self.old.operations.iter().find(is_it).or_else(|| {
            let now = self.new.operations.iter().find(is_it)?;
            self.old.operations.iter().find(|old| old.id == now.id || address(old) == address(now))
        })
    }
}

impl Marks {
    /// The marks for the differences of a report that no waiver accepts.
    #[must_use]
    pub fn new(report: &Report, old: &Model, new: &Model) -> Self {
        let operations = Operations { old, new };
        let mut marks = Self::default();
        let changes = report.rust.as_ref().map(|rust| &rust.changes[..]).unwrap_or_default();
        for (index, change) in changes.iter().enumerate().filter(|(_, change)| change.waived.is_none()) {
            if !change.verdict.is_breaking() {
                continue;
            }
            let item = change.item.split_once("::").map_or(change.item.as_str(), |(_, item)| item);
            marks.add_item(item, Mark::Rust(index));
            let by_name = BY_NAME.contains(&change.rule) && is_member(item);
            if change.verdict == RustVerdict::RunTimeBreak && !by_name {
                marks.add_operations(&operations, &change.operations, Mark::Rust(index));
            }
            // A layer over the bindings calls operations in its user's name, whatever it names of them.
            if change.verdict == RustVerdict::RunTimeBreak {
                marks.add_handles(&operations, &change.operations, Mark::Rust(index));
            }
        }
        for (index, change) in report.wire.iter().flatten().enumerate().filter(|(_, change)| change.counts()) {
            let is_told_in_rust =
                change.rust.iter().filter_map(|rust| changes.get(*rust)).any(|rust| rust.verdict.is_breaking());
            if change.classes.contains(&Class::RequestBreak) && !is_told_in_rust {
                marks.add_operations(&operations, &change.operations, Mark::Wire(index));
                marks.add_handles(&operations, &change.operations, Mark::Wire(index));
            }
        }
        marks
    }

    /// Whether nothing is to be marked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.operations.is_empty()
    }

    fn add_item(&mut self, item: &str, mark: Mark) {
        self.items.entry(item.to_owned()).or_default().insert(mark);
        // What is set by a builder is set on the type as well.
        if let Some(member) = item.strip_prefix("types::").filter(|_| is_member(item)) {
            self.items.entry(format!("types::builder::{member}")).or_default().insert(mark);
        }
    }

    fn add_operations(&mut self, operations: &Operations<'_>, names: &[String], mark: Mark) {
        for operation in names.iter().filter_map(|name| operations.find(name)) {
            self.items.entry(format!("Client::{}", operation.name)).or_default().insert(mark);
        }
    }

    fn add_handles(&mut self, operations: &Operations<'_>, names: &[String], mark: Mark) {
        for operation in names.iter().filter_map(|name| operations.find(name)) {
            self.operations.entry(operation.id.clone()).or_default().insert(mark);
        }
    }

    /// The generated files with the marks.
    #[must_use]
    pub fn on_bindings(&self, files: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        files
            .iter()
            .map(|(path, text)| (path.clone(), self.on_file(path, text).unwrap_or_else(|| text.clone())))
            .collect()
    }

    /// A generated file with the marks; nothing where it has none.
    fn on_file(&self, path: &str, text: &str) -> Option<String> {
        let mut file = syn::parse_file(text).ok()?;
        let module = match path.split('/').collect::<Vec<_>>().as_slice() {
            [_, "types", "mod.rs"] | ["mod.rs" | "mock.rs"] | ["shared", "mod.rs"] => return None,
            [_, "types", _] | ["shared", _] => "types",
            _ => "builder",
        };
        let mut is_marked = false;
        for item in &mut file.items {
            is_marked |= self.on_item(module, item);
        }
        is_marked.then(|| printed(file))
    }

    fn on_item(&self, module: &str, item: &mut Item) -> bool {
        match item {
            Item::Struct(item) => {
                let name = format!("{module}::{}", item.ident);
                // The private fields of a request builder have the names of its setters, and no user reaches them.
                let fields = item.fields.iter_mut().filter(|field| matches!(field.vis, syn::Visibility::Public(_)));
                let mut is_marked = false;
                for field in fields {
                    if let Some(ident) = &field.ident {
                        is_marked |= self.mark(&format!("{name}::{ident}"), &mut field.attrs);
                    }
                }
                self.mark(&name, &mut item.attrs) | is_marked
            }
            Item::Enum(item) => {
                let name = format!("{module}::{}", item.ident);
                let mut is_marked = self.mark(&name, &mut item.attrs);
                for variant in &mut item.variants {
                    is_marked |= self.mark(&format!("{name}::{}", variant.ident), &mut variant.attrs);
                }
                is_marked
            }
            Item::Type(item) => self.mark(&format!("{module}::{}", item.ident), &mut item.attrs),
            Item::Impl(item) if item.trait_.is_none() => self.on_impl(module, item),
            Item::Mod(inner) if module == "types" && inner.ident == "builder" => {
                let items = inner.content.iter_mut().flat_map(|(_, items)| items);
                items.fold(false, |is_marked, item| self.on_item("types::builder", item) | is_marked)
            }
            _ => false,
        }
    }

    fn on_impl(&self, module: &str, item: &mut ItemImpl) -> bool {
        let syn::Type::Path(path) = &*item.self_ty else { return false };
        let names: Vec<String> = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let owner = match names.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["crate", "Client"] => "Client".to_owned(),
            [name] => format!("{module}::{name}"),
            _ => return false,
        };
        let mut is_marked = false;
        for member in &mut item.items {
            if let ImplItem::Fn(method) = member {
                is_marked |= self.mark(&format!("{owner}::{}", method.sig.ident), &mut method.attrs);
            }
        }
        is_marked
    }

    fn mark(&self, item: &str, attributes: &mut Vec<Attribute>) -> bool {
        let Some(marks) = self.items.get(item) else { return false };
        let note = note(marks);
        // The vendor's own mark would be a second one.
        attributes.retain(|attribute| !attribute.path().is_ident("deprecated"));
        attributes.push(parse_quote!(#[deprecated(note = #note)]));
        true
    }

    /// Hand-written source whose methods say with `#[doc(alias = "operationId")]` which operations they call, with the marks of
    /// these. Every line stays where it is. Nothing where no method has a mark.
    #[must_use]
    pub fn on_handles(&self, source: &str) -> Option<String> {
        let mut out: Vec<String> = Vec::new();
        let mut first: Option<usize> = None;
        let mut marks = BTreeSet::new();
        let mut is_marked = false;
        for line in source.lines() {
            let text = line.trim_start();
            if let Some(alias) = text.strip_prefix("#[doc(alias = \"").and_then(|rest| rest.split('"').next()) {
                first.get_or_insert(out.len());
                marks.extend(self.operations.get(alias).into_iter().flatten().copied());
            } else if !text.starts_with("#[") && !text.starts_with("//") {
                let found = std::mem::take(&mut marks);
                if let Some(line) = first.take().filter(|_| !found.is_empty()).and_then(|index| out.get_mut(index)) {
                    *line = format!("#[deprecated(note = \"{}\")] {line}", note(&found));
                    is_marked = true;
                }
            }
            out.push(line.to_owned());
        }
        is_marked.then(|| out.join("\n") + "\n")
    }
}

/// A file for the compiler, which needs no layout.
fn printed(file: syn::File) -> String {
    file.into_token_stream().to_string()
}

fn note(marks: &BTreeSet<Mark>) -> String {
    let mut note = NOTE.to_owned();
    for (index, mark) in marks.iter().enumerate() {
        let _ = write!(note, "{}{mark}", if index == 0 { "" } else { "," });
    }
    note
}

/// Whether an item is a member of a type or of a builder: `types::Patient::email`.
fn is_member(item: &str) -> bool {
    item.matches("::").count() == 2 && !item.ends_with("::0") && !item.ends_with("::send")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(items: &[(&str, usize)], operations: &[(&str, usize)]) -> Marks {
        let of = |list: &[(&str, usize)]| {
            list.iter().map(|(name, index)| ((*name).to_owned(), BTreeSet::from([Mark::Rust(*index)]))).collect()
        };
        Marks { items: of(items), operations: of(operations) }
    }

    #[test]
    fn fields_setters_and_methods_are_marked() {
        let files = BTreeMap::from([
            ("things/types/thing.rs".to_owned(), "pub struct Thing { pub size: i64, pub name: String }".to_owned()),
            (
                "things/get_thing.rs".to_owned(),
                "pub struct GetThing { id: String } impl GetThing { pub fn id(self) -> Self { self } }".to_owned(),
            ),
            (
                "things/mod.rs".to_owned(),
                "impl crate::Client { pub fn get_thing(&self) {} pub fn other(&self) {} }".to_owned(),
            ),
        ]);
        let marks = marks(&[("types::Thing::size", 1), ("builder::GetThing::id", 2), ("Client::get_thing", 3)], &[]);
        let marked = marks.on_bindings(&files);
        let count = |path: &str| marked[path].matches("deprecated").count();
        assert_eq!(["things/types/thing.rs", "things/get_thing.rs", "things/mod.rs"].map(count), [1, 1, 1]);
        assert!(marked["things/get_thing.rs"].contains("\"drift:r2\""), "{}", marked["things/get_thing.rs"]);
    }

    #[test]
    fn a_handle_is_marked_once_and_no_line_moves() {
        let source = "impl A {\n    #[doc(alias = \"getA\")]\n    #[must_use]\n    #[doc(alias = \"getB\")]\n    pub fn a(&self) {}\n\
                      \n    #[doc(alias = \"getC\")]\n    pub fn c(&self) {}\n}\n";
        let marked = marks(&[], &[("getA", 1), ("getB", 2)]).on_handles(source).unwrap();
        assert_eq!(marked.lines().count(), source.lines().count());
        assert_eq!(marked.matches("#[deprecated(note = \"drift:r1,r2\")] ").count(), 1, "{marked}");
        assert!(marks(&[], &[("getD", 1)]).on_handles(source).is_none());
    }

    #[test]
    fn marks_are_read_from_what_the_compiler_says() {
        let message = |code: &str, text: &str| CompilerMessage {
            is_error: false,
            code: Some(code.to_owned()),
            text: text.to_owned(),
            manifest: String::new(),
            file: String::new(),
            line: 1,
            source: String::new(),
            words: BTreeSet::new(),
        };
        let text = "use of deprecated field `hero_api::Thing::size`: drift:r3,w14";
        assert_eq!(Mark::all_in(&message("deprecated", text)), Some(vec![Mark::Rust(3), Mark::Wire(14)]));
        assert_eq!(Mark::all_in(&message("deprecated", "use of deprecated field `a`: use `b`")), None);
        assert_eq!(Mark::all_in(&message("dead_code", text)), None);
    }
}
