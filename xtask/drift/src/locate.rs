//! The JSON pointer of each node that is asked for, found in one walk over the document.

use serde_json::Value;

use super::address::{Addresses, ByAddress, address};
use document::schema::escape;

/// The pointers of nodes, which are known by their addresses.
pub(super) fn pointers(root: &Value, wanted: Addresses) -> ByAddress<usize, String> {
    let mut search = Search { wanted, path: Vec::new(), found: ByAddress::default() };
    search.walk(root);
    search.found
}

/// A step down from a node.
enum Step<'a> {
    Member(&'a str),
    Item(usize),
}

struct Search<'a> {
    wanted: Addresses,
    /// The way to the node that is looked at. It becomes text only where somebody asked for it.
    path: Vec<Step<'a>>,
    found: ByAddress<usize, String>,
}

impl<'a> Search<'a> {
    fn walk(&mut self, node: &'a Value) {
        if self.wanted.is_empty() {
            return;
        }
        if self.wanted.remove(&address(node)) {
            self.found.insert(address(node), self.pointer());
        }
        match node {
            Value::Object(members) => {
                for (key, member) in members {
                    self.path.push(Step::Member(key));
                    self.walk(member);
                    self.path.pop();
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.path.push(Step::Item(index));
                    self.walk(item);
                    self.path.pop();
                }
            }
            _ => {}
        }
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Member(key) if key.contains(['~', '/']) => pointer.push_str(&escape(key)),
                Step::Member(key) => pointer.push_str(key),
                Step::Item(index) => pointer.push_str(&index.to_string()),
            }
        }
        pointer
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_wanted_node_gets_its_pointer() {
        let document = json!({"paths": {"/a/{b}": {"get": [1, {"x~": null}]}}});
        let wanted = ["", "/paths/~1a~1{b}/get/1/x~0", "/paths/~1a~1{b}/get/0"];
        let at = |pointer: &&str| address(document.pointer(pointer).unwrap());
        let found = pointers(&document, wanted.iter().map(at).collect());
        for pointer in wanted {
            assert_eq!(found[&at(&pointer)], pointer);
        }
    }
}
