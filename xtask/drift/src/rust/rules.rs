//! The rule table of the Rust axis: every kind of difference, what it does to code, why, and an example.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::RustVerdict;
use RustVerdict::{Additive as P, RunTimeBreak as T, SourceBreak as S};

/// Makes the enum, its list and its table from one place, so that no kind can be without a rule.
macro_rules! rules {
    ($($group:literal: $($rule:ident $id:literal $verdict:ident $why:literal $example:literal;)*)*) => {
        /// What kind of difference of the crates it is.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[expect(missing_docs, reason = "the table says of each what it is and why")]
        pub enum RustRule { $($($rule,)*)* }

        impl RustRule {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(Self::$rule,)*)*];

            /// The kinds by what they concern.
            pub(crate) const GROUPS: &'static [(&'static str, &'static [Self])] = &[$(($group, &[$(Self::$rule,)*]),)*];

            /// The id that reports use.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $($(Self::$rule => $id,)*)* }
            }

            /// What it does to code that uses the crate.
            #[must_use]
            pub fn verdict(self) -> RustVerdict {
                match self { $($(Self::$rule => $verdict,)*)* }
            }

            /// Why it has its verdict.
            #[must_use]
            pub fn why(self) -> &'static str {
                match self { $($(Self::$rule => $why,)*)* }
            }

            /// A difference of the description that has this effect.
            #[must_use]
            pub fn example(self) -> &'static str {
                match self { $($(Self::$rule => $example,)*)* }
            }
        }
    };
}

// P is additive, T breaks at run time, S breaks the source.
rules! {
    "Operations":
    OperationAdded "operation-added" P "no code has to change for a method that is new" "a new path";
    OperationRemoved "operation-removed" S "the method and its builder are gone" "a path is gone";
    OperationRenamed "operation-renamed" S "method, builder and types are named after the operation" "another `operationId`";
    OperationMoved "operation-moved" T "the code compiles, and the old crate calls an address that goes" "another path, the same `operationId`";
    RequestRebuilt "request-rebuilt" T "what is sent may differ, though no item shows how" "none is known: a difference that no other kind explains must not pass in silence";
    BodyEncodingChanged "body-encoding-changed" T "the code compiles, and the old crate sends what the server does not expect" "a JSON body becomes `multipart/form-data`";
    OutputChanged "output-changed" S "the value of a call has another type" "a response with a body becomes 204";
    OutputStatusesChanged "output-statuses-changed" T "another status decides which variant arrives" "201 joins the responses of one shape";
    PagesAdded "pages-added" P "the stream of pages is new" "`page` and `page_size` parameters on a list";
    PagesRemoved "pages-removed" S "the trait of pages is no longer implemented" "the `page` parameter is gone";
    PagesChanged "pages-changed" S "the items of the stream have another type" "the list holds another schema";
    ErrorBodyDescribed "error-body-described" P "a type is new in the table of errors" "a schema for 404";
    ErrorBodyChanged "error-body-changed" T "code that decodes the body finds something else" "another schema for 404";
    ErrorBodyUndescribed "error-body-undescribed" T "code that decodes the body may find something else" "404 loses its schema";
    MethodChanged "method-changed" S "a method of a builder or a mock is gone or takes something else" "none is known: a difference that no parameter explains must not pass in silence";

    "Parameters and bodies of requests":
    SetterAdded "setter-added" P "a setter that need not be called" "a new optional parameter";
    SetterNeeded "setter-needed" T "the code compiles, and `send` fails until the setter is called" "a new required parameter";
    SetterRemoved "setter-removed" S "calls of the setter no longer compile" "a parameter is gone";
    SetterRenamed "setter-renamed" S "the setter is named after the parameter" "a path parameter has another name";
    SetterRetyped "setter-retyped" S "what is given has another type" "a `string` parameter becomes an `integer`";
    SetterBecameNeeded "setter-became-needed" S "the `maybe_` setter is gone, and `send` fails without a value" "an optional parameter becomes required";
    SetterBecameOptional "setter-became-optional" P "calls compile as before" "a required parameter becomes optional";
    SentElsewhere "sent-elsewhere" T "the code compiles, and the server does not see what the old crate sends" "a query parameter becomes a header";

    "Fields":
    FieldAdded "field-added" P "structs are `#[non_exhaustive]`" "a new optional property";
    FieldNeeded "field-needed" T "the code compiles, and the builder fails until the field is set" "a new required property of a request";
    FieldPromised "field-promised" T "a response without the field no longer decodes" "a new required property of a response";
    FieldRemoved "field-removed" S "code that reads or sets the field no longer compiles" "a property is gone";
    FieldRenamed "field-renamed" S "the field has another name in Rust" "none is known: the lock keeps names";
    FieldRetyped "field-retyped" S "code that reads or sets the field meets another type" "a `string` property gets `format: date-time`";
    FieldMovedOnWire "field-moved-on-wire" T "the code compiles, and the old crate misses the field" "`first_name` becomes `firstName`";
    FieldBecameNeeded "field-became-needed" T "the code compiles, and the builder fails until the field is set" "an optional field becomes required, and can be null";
    FieldBecamePromised "field-became-promised" T "a response without the field was read as empty, and no longer decodes" "a list of a response becomes required";
    FieldMayBeAbsent "field-may-be-absent" P "what is left out is read as empty" "a required list becomes optional";
    NoneSentOtherwise "none-sent-otherwise" T "the same value has other bytes on the wire" "a required field that can be null becomes an optional one that cannot";
    FieldReadOtherwise "field-read-otherwise" T "a value that the old reader took may no longer decode" "none is known: what is read otherwise has another type too";

    "Types":
    TypeAdded "type-added" P "a name that is new" "a new component that an operation uses";
    TypeRemoved "type-removed" S "code that names the type no longer compiles" "no operation uses the component any more";
    TypeRenamed "type-renamed" S "the type has another name in Rust" "a component has another name";
    TypeKindChanged "type-kind-changed" S "a struct, an enum and an alias are used in different ways" "an object becomes a `oneOf`";
    ContentRetyped "content-retyped" S "what a wrapper holds has another type" "a component of `string` becomes one of `integer`";
    ContentGuarded "content-guarded" S "a value is made by `parse` or `try_from` now" "a component of `string` gets a `pattern`";
    TraitLost "trait-lost" S "code that relies on the trait no longer compiles" "a required field without a value of its own: `Default` goes";
    BuilderGained "builder-gained" P "a builder that is new" "responses no longer carry a type that requests take";
    BuilderLost "builder-lost" S "what only responses carry has no builder" "no request takes the type any more";
    BuilderMethodChanged "builder-method-changed" S "a method of the builder is gone or takes something else" "none is known: a difference that no field explains must not pass in silence";

    "Enums":
    VariantAdded "variant-added" P "enums are `#[non_exhaustive]`, and unknown values are kept" "a new value of an `enum`";
    VariantRemoved "variant-removed" S "code that names the variant no longer compiles" "a value of an `enum` is gone";
    VariantRenamed "variant-renamed" S "the variant has another name in Rust" "`-` beside a lone `+`";
    VariantPayloadChanged "variant-payload-changed" S "the variant holds another type" "an alternative of a `oneOf` has another schema";
    VariantValueChanged "variant-value-changed" T "the code compiles, and the value on the wire is another one" "`in-progress` becomes `in_progress`";
    VariantOrderChanged "variant-order-changed" T "of two shapes that fit equally well the first is taken" "the alternatives of a `oneOf` are in another order";

    "Features":
    FeatureAdded "feature-added" P "it is on by default" "a new first tag";
    FeatureRemoved "feature-removed" S "a `Cargo.toml` that names it no longer resolves" "the last operation of a tag is gone";
    FeatureMoved "feature-moved" S "without default features, the item is not compiled" "an operation has another first tag";

    "Rules that no item shows":
    CheckChanged "check-changed" T "a value that the type took may be refused" "none is known: a difference that no keyword explains must not pass in silence";
    RuleTightened "rule-tightened" T "a value that was sent before is refused" "a smaller `maximum`";
    RuleLoosened "rule-loosened" P "values that were refused are taken" "a greater `maximum`";
    DefaultSet "default-set" P "it is said what leaving a value out means" "a new `default`";
    DefaultChanged "default-changed" T "leaving the value out means something else, or nobody knows what" "another `default`";
    BecameReadOnly "became-read-only" T "the server refuses or ignores what a request says" "`readOnly: true`";
    TextContentChanged "text-content-changed" T "the same text has another meaning" "another `contentMediaType`";
}

impl Serialize for RustRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for RustRule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Cow::<'de, str>::deserialize(deserializer)?;
        let known = Self::ALL.iter().find(|rule| rule.id() == id).copied();
        known.ok_or_else(|| de::Error::custom(format!("`{id}` is no kind of difference in Rust")))
    }
}

impl JsonSchema for RustRule {
    fn schema_name() -> Cow<'static, str> {
        "RustRule".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let ids: Vec<&str> = Self::ALL.iter().map(|rule| rule.id()).collect();
        json_schema!({"type": "string", "enum": ids, "description": "A kind of difference in Rust of `docs/drift-rules.md`."})
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_unique_and_read_back() {
        let ids: BTreeSet<&str> = RustRule::ALL.iter().map(|rule| rule.id()).collect();
        assert_eq!(ids.len(), RustRule::ALL.len());
        for rule in RustRule::ALL {
            assert_eq!(serde_json::from_value::<RustRule>(rule.id().into()).unwrap(), *rule);
        }
    }
}
