//! Every kind of difference, with its rule.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Class, Rule};
use Class::{Compatible as C, Docs as D, RequestBreak as Q, ResponseBreak as A, Unknown as U};

/// Makes the enum, its list and its table from one place, so that no kind can be without a rule.
macro_rules! kinds {
    ($($group:literal: $($kind:ident $id:literal $sent:ident $received:ident $sentence:literal $why:literal;)*)*) => {
        /// What kind of difference it is. Each has a stable id, which waivers may name.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[expect(missing_docs, reason = "the table says of each what it is and why")]
        pub enum Kind { $($($kind,)*)* }

        impl Kind {
            /// Every kind, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(Self::$kind,)*)*];

            /// The kinds by what they concern.
            pub(crate) const GROUPS: &'static [(&'static str, &'static [Self])] =
                &[$(($group, &[$(Self::$kind,)*]),)*];

            /// The id that reports and waivers use.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $($(Self::$kind => $id,)*)* }
            }

            /// What it does, and why.
            #[must_use]
            pub fn rule(self) -> Rule {
                match self {
                    $($(Self::$kind => Rule {
                        kind: self, sent: $sent, received: $received, sentence: $sentence, why: $why,
                    },)*)*
                }
            }
        }
    };
}

// Q breaks requests, A breaks responses, C is compatible, D is text, U is unknown. First where the client sends, then where it receives.
kinds! {
    "Operations and webhooks":
    OperationAdded "operation-added" C C "{location} is new" "nobody could call it before";
    OperationRemoved "operation-removed" Q A "{location} is gone" "a call of it fails; a webhook that is waited for does not come";
    DeprecatedOperationRemoved "deprecated-operation-removed" Q A "{location} is gone; it was deprecated" "a call of it fails, though there was a warning";
    OperationMoved "operation-moved" Q A "{before} moved to {after}" "a call of the old address fails";
    PathParameterRenamed "path-parameter-renamed" D D "the path parameter {before} is called {after} now" "names in a path template are not on the wire; in Rust they name the setter";
    OperationDeprecated "operation-deprecated" C C "{location} is deprecated" "it still works, and will go";
    OperationUndeprecated "operation-undeprecated" C C "{location} is not deprecated any more" "a warning was taken back";
    SunsetSet "sunset-set" C C "{location} will be switched off: {after}" "it still works until then";
    SunsetChanged "sunset-changed" C C "{location} will be switched off at another time: {before} → {after}" "it still works until then";
    SunsetDropped "sunset-dropped" C C "{location} will not be switched off any more" "a warning was taken back";
    OperationIdChanged "operation-id-changed" D D "the operationId {before} is {after} now" "it is not on the wire; in Rust it names the method";
    TagAdded "tag-added" D D "{owner} has the tag {after}" "tags are not on the wire; in Rust the first one is the feature";
    TagRemoved "tag-removed" D D "{owner} has lost the tag {before}" "tags are not on the wire; in Rust the first one is the feature";
    TagOrderChanged "tag-order-changed" D D "the tags of {location} are in another order" "in Rust the first tag is the feature";
    PathAdded "path-added" C C "the path {after} is new, without an operation" "nobody can call anything there";
    PathRemoved "path-removed" C C "the path {before}, which had no operation, is gone" "nobody could call anything there";
    CallbackAdded "callback-added" C C "{location} has the callback {after}" "only those who ask for it get it";
    CallbackRemoved "callback-removed" A A "{location} has lost the callback {before}" "who waits for it waits for ever";
    CallbackRenamed "callback-renamed" D D "the callback {before} of {location} is called {after} now" "a callback is called at its address; its name is not on the wire";
    LinkAdded "link-added" C C "{location} has the link {after}" "a link is a hint at another operation";
    LinkRemoved "link-removed" C C "{location} has lost the link {before}" "the values that the link names are told by the response itself";
    LinkChanged "link-changed" C C "the link {location} is another one" "a link is a hint at another operation";

    "Parameters":
    ParameterAddedRequired "parameter-added-required" Q C "{location} is new and required" "a request without it was valid";
    ParameterAddedOptional "parameter-added-optional" C C "{location} is new and optional" "a request without it stays valid";
    ParameterRemoved "parameter-removed" Q A "{location} is gone" "a request with it is not described any more: it is refused, or silently means something else";
    ParameterBecameRequired "parameter-became-required" Q C "{location} is required now" "a request without it was valid";
    ParameterBecameOptional "parameter-became-optional" C A "{location} is optional now" "who receives it may miss it";
    ParameterMoved "parameter-moved" Q A "{location} is expected elsewhere: {before} → {after}" "a request that puts it at the old place lacks it";
    ParameterStyleChanged "parameter-style-changed" Q A "{location} is written another way: {before} → {after}" "the same value has another text on the wire";
    ParameterReservedAllowed "parameter-reserved-allowed" C A "{location} may hold reserved characters as they are" "more texts are valid";
    ParameterReservedForbidden "parameter-reserved-forbidden" Q C "{location} may not hold reserved characters as they are" "fewer texts are valid";
    ParameterEmptyAllowed "parameter-empty-allowed" C A "{location} may be empty" "more texts are valid";
    ParameterEmptyForbidden "parameter-empty-forbidden" Q C "{location} may not be empty any more" "fewer texts are valid";
    ParameterDeprecated "parameter-deprecated" C C "{location} is deprecated" "it still works, and will go";
    ParameterUndeprecated "parameter-undeprecated" C C "{location} is not deprecated any more" "a warning was taken back";
    ParameterBecameList "parameter-became-list" C A "{location} may be a list now" "one value is written as a list of one";
    ParameterNoLongerList "parameter-no-longer-list" Q C "{location} is one value now, no longer a list" "a request with several values was valid";

    "Bodies and media types":
    BodyAddedRequired "body-added-required" Q A "{owner} has to have a body now" "a request without one was valid";
    BodyAddedOptional "body-added-optional" C A "{owner} may have a body now" "a request without one stays valid";
    BodyRemoved "body-removed" Q A "{owner} has no body any more" "a request with one is not described any more";
    BodyBecameRequired "body-became-required" Q C "{location} is required now" "a request without one was valid";
    BodyBecameOptional "body-became-optional" C A "{location} is optional now" "who receives it may miss it";
    MediaTypeAdded "media-type-added" C C "{location} may be written as {after}" "who sends need not use it; who receives asks by `Accept` for what they read";
    MediaTypeRemoved "media-type-removed" Q A "{location} is not written as {before} any more" "who sends it is refused; who reads it does not get it";
    MediaTypeWidened "media-type-widened" C A "{location} may be written as any of {after}, no longer only as {before}" "who sends need not change; who receives does not read every type of the range";
    MediaTypeNarrowed "media-type-narrowed" Q C "{location} is written as {after} now, no longer as any of {before}" "other types of the range were valid";
    EncodingChanged "encoding-changed" Q A "{location} is encoded another way" "the same value has other bytes on the wire";
    EncodingWidened "encoding-widened" C A "the part `{detail}` of {location} may be written as more types: {before} → {after}" "more types are valid";
    EncodingNarrowed "encoding-narrowed" Q C "the part `{detail}` of {location} may be written as fewer types: {before} → {after}" "fewer types are valid";

    "Responses":
    SuccessStatusAdded "success-status-added" A A "{owner} may respond with {after}" "a client of the old contract does not know this success";
    SuccessStatusRemoved "success-status-removed" A A "{owner} does not respond with {before} any more" "what a client waits for as success does not come";
    StatusListed "status-listed" C C "{owner} lists the status {after} by itself; a range or `default` held it before" "the status could come before";
    StatusUnlisted "status-unlisted" C C "{owner} does not list the status {before} by itself any more; a range or `default` holds it" "the status may still come";
    StatusNarrowed "status-narrowed" C C "{owner} lists statuses by themselves that {before} held" "fewer statuses come";
    ErrorStatusAdded "error-status-added" C C "{owner} may respond with {after}" "a client has to take any error status as an error";
    ErrorStatusRemoved "error-status-removed" C C "{owner} does not respond with {before} any more" "an error less is no harm";
    ResponseContentAdded "response-content-added" Q C "{location} has a body now" "a client that expects none does not read it";
    ResponseContentRemoved "response-content-removed" C A "{location} has no body any more" "a client that reads it fails";
    HeaderAdded "header-added" C C "{location} is new" "a client of the old contract does not look at it";
    HeaderRemovedRequired "header-removed-required" Q A "{location}, which was always there, is gone" "a client could rely on it";
    HeaderRemovedOptional "header-removed-optional" Q C "{location}, which was not always there, is gone" "a client had to do without it before";
    HeaderBecameOptional "header-became-optional" C A "{location} is not always there any more" "a client could rely on it";
    HeaderBecameRequired "header-became-required" Q C "{location} is always there now" "a client that could do without it still can";

    "Fields":
    PropertyAddedOptional "property-added-optional" C C "{location} is new and optional" "a request without it stays valid; a reader of an open object leaves it aside";
    PropertyAddedRequired "property-added-required" Q C "{location} is new and required" "a request without it was valid; a reader of an open object leaves it aside";
    PropertyAddedOptionalToClosed "property-added-optional-to-closed" C A "{location} is new and optional, in an object that was closed" "the old contract said that nothing else comes (`additionalProperties: false`)";
    PropertyAddedRequiredToClosed "property-added-required-to-closed" Q A "{location} is new and required, in an object that was closed" "a request without it was valid; the old contract said that nothing else comes";
    PropertyRemovedOptional "property-removed-optional" Q C "{location}, which was optional, is gone" "a request with it is refused, or loses it silently; a reader had to do without it before";
    PropertyRemovedRequired "property-removed-required" Q A "{location}, which was required, is gone" "a request with it is refused, or loses it silently; a reader could rely on it";
    PropertyUnlisted "property-unlisted" C C "{location} is not listed any more; what other fields may be holds for it" "the field may still be there";
    PropertyBecameRequired "property-became-required" Q C "{location} is required now" "a request without it was valid";
    PropertyBecameOptional "property-became-optional" C A "{location} is optional now" "a reader could rely on it";
    PropertyBecameReadOnly "property-became-read-only" Q C "{location} is read-only now" "a request with it was valid";
    PropertyNoLongerReadOnly "property-no-longer-read-only" C C "{location} may be sent now" "a request without it stays valid";
    RequiredNoLongerReadOnly "required-property-no-longer-read-only" Q C "{location} has to be sent now" "a request without it was valid";
    PropertyBecameWriteOnly "property-became-write-only" C A "{location} is write-only now" "it does not come any more";
    PropertyNoLongerWriteOnly "property-no-longer-write-only" C C "{location} may come in responses now" "a reader leaves it aside";
    PropertyDeprecated "property-deprecated" C C "{location} is deprecated" "it still works, and will go";
    PropertyUndeprecated "property-undeprecated" C C "{location} is not deprecated any more" "a warning was taken back";
    DependentRequiredAdded "dependent-required-added" Q C "{location} is needed beside `{detail}` now" "an object without it was valid";
    DependentRequiredRemoved "dependent-required-removed" C A "{location} is not needed beside `{detail}` any more" "more objects are valid";

    "Types":
    TypeWidened "type-widened" C A "{location} may be more types: {before} → {after}" "more values are valid";
    TypeNarrowed "type-narrowed" Q C "{location} may be fewer types: {before} → {after}" "fewer values are valid";
    TypeChanged "type-changed" Q A "{location} has another type: {before} → {after}" "old values are not valid, new ones are not expected";
    BecameNullable "became-nullable" C A "{location} may be null now" "a reader does not expect null";
    NoLongerNullable "no-longer-nullable" Q C "{location} may not be null any more" "null was valid";
    FormatSet "format-set" Q C "{location} has to have the format {after}" "fewer texts are valid";
    FormatDropped "format-dropped" C A "{location} need not have the format {before} any more" "more texts are valid";
    FormatWidened "format-widened" C A "{location} has a wider format: {before} → {after}" "more values are valid";
    FormatNarrowed "format-narrowed" Q C "{location} has a narrower format: {before} → {after}" "fewer values are valid";
    FormatChanged "format-changed" Q A "{location} has another format: {before} → {after}" "old values are not valid, new ones are not expected";
    FormatHintChanged "format-hint-changed" D D "{location} has another format, which only hints at its meaning: {before} → {after}" "the same values are valid";
    MediaChanged "media-changed" Q A "the text of {location} holds something else: {before} → {after}" "the same text has another meaning";

    "Values":
    EnumIntroduced "enum-introduced" Q C "{location} is one of a list now: {after}" "other values were valid";
    EnumDropped "enum-dropped" C A "{location} is not one of a list any more: {before}" "a reader does not expect other values";
    EnumValueAdded "enum-value-added" C A "{location} may be {after}" "a reader does not expect it";
    EnumValueRemoved "enum-value-removed" Q C "{location} may not be {before} any more" "it was valid";
    ConstChanged "const-changed" Q A "{location} is always {after}, no longer {before}" "the old value is not valid, the new one is not expected";
    DefaultSet "default-set" C C "{location} is {after} when it is left out" "what was valid stays valid, but now it is said what leaving it out means";
    DefaultChanged "default-changed" C C "{location} is {after}, no longer {before}, when it is left out" "what was valid stays valid, but leaving it out means something else: read it";
    DefaultDropped "default-dropped" C C "{location} has no default any more; it was {before}" "what was valid stays valid, but nobody says what leaving it out means";

    "Limits":
    MinimumSet "minimum-set" Q C "{location} has to be at least {after}" "fewer values are valid";
    MinimumDropped "minimum-dropped" C A "{location} has no lower limit any more; it was {before}" "more values are valid";
    MinimumRaised "minimum-raised" Q C "{location} has a higher lower limit: {before} → {after}" "fewer values are valid";
    MinimumLowered "minimum-lowered" C A "{location} has a lower lower limit: {before} → {after}" "more values are valid";
    MaximumSet "maximum-set" Q C "{location} has to be at most {after}" "fewer values are valid";
    MaximumDropped "maximum-dropped" C A "{location} has no upper limit any more; it was {before}" "more values are valid";
    MaximumLowered "maximum-lowered" Q C "{location} has a lower upper limit: {before} → {after}" "fewer values are valid";
    MaximumRaised "maximum-raised" C A "{location} has a higher upper limit: {before} → {after}" "more values are valid";
    MinLengthSet "min-length-set" Q C "{location} has to have {after} characters at least" "fewer texts are valid";
    MinLengthDropped "min-length-dropped" C A "{location} need not have {before} characters any more" "more texts are valid";
    MinLengthRaised "min-length-raised" Q C "{location} has to be longer: {before} → {after} characters at least" "fewer texts are valid";
    MinLengthLowered "min-length-lowered" C A "{location} may be shorter: {before} → {after} characters at least" "more texts are valid";
    MaxLengthSet "max-length-set" Q C "{location} may have {after} characters at most" "fewer texts are valid";
    MaxLengthDropped "max-length-dropped" C A "{location} may have more than {before} characters" "more texts are valid";
    MaxLengthLowered "max-length-lowered" Q C "{location} has to be shorter: {before} → {after} characters at most" "fewer texts are valid";
    MaxLengthRaised "max-length-raised" C A "{location} may be longer: {before} → {after} characters at most" "more texts are valid";
    MinItemsSet "min-items-set" Q C "{location} has to have {after} items at least" "fewer lists are valid";
    MinItemsDropped "min-items-dropped" C A "{location} need not have {before} items any more" "more lists are valid";
    MinItemsRaised "min-items-raised" Q C "{location} has to have more items: {before} → {after} at least" "fewer lists are valid";
    MinItemsLowered "min-items-lowered" C A "{location} may have fewer items: {before} → {after} at least" "more lists are valid";
    MaxItemsSet "max-items-set" Q C "{location} may have {after} items at most" "fewer lists are valid";
    MaxItemsDropped "max-items-dropped" C A "{location} may have more than {before} items" "more lists are valid";
    MaxItemsLowered "max-items-lowered" Q C "{location} has to have fewer items: {before} → {after} at most" "fewer lists are valid";
    MaxItemsRaised "max-items-raised" C A "{location} may have more items: {before} → {after} at most" "more lists are valid";
    MinPropertiesSet "min-properties-set" Q C "{location} has to have {after} fields at least" "fewer objects are valid";
    MinPropertiesDropped "min-properties-dropped" C A "{location} need not have {before} fields any more" "more objects are valid";
    MinPropertiesRaised "min-properties-raised" Q C "{location} has to have more fields: {before} → {after} at least" "fewer objects are valid";
    MinPropertiesLowered "min-properties-lowered" C A "{location} may have fewer fields: {before} → {after} at least" "more objects are valid";
    MaxPropertiesSet "max-properties-set" Q C "{location} may have {after} fields at most" "fewer objects are valid";
    MaxPropertiesDropped "max-properties-dropped" C A "{location} may have more than {before} fields" "more objects are valid";
    MaxPropertiesLowered "max-properties-lowered" Q C "{location} has to have fewer fields: {before} → {after} at most" "fewer objects are valid";
    MaxPropertiesRaised "max-properties-raised" C A "{location} may have more fields: {before} → {after} at most" "more objects are valid";
    MinContainsRaised "min-contains-raised" Q C "{location} has to hold more of certain items: {before} → {after} at least" "fewer lists are valid";
    MinContainsLowered "min-contains-lowered" C A "{location} may hold fewer of certain items: {before} → {after} at least" "more lists are valid";
    MaxContainsSet "max-contains-set" Q C "{location} may hold {after} of certain items at most" "fewer lists are valid";
    MaxContainsDropped "max-contains-dropped" C A "{location} may hold more than {before} of certain items" "more lists are valid";
    MaxContainsLowered "max-contains-lowered" Q C "{location} may hold fewer of certain items: {before} → {after} at most" "fewer lists are valid";
    MaxContainsRaised "max-contains-raised" C A "{location} may hold more of certain items: {before} → {after} at most" "more lists are valid";
    MultipleOfSet "multiple-of-set" Q C "{location} has to be a multiple of {after}" "fewer values are valid";
    MultipleOfDropped "multiple-of-dropped" C A "{location} need not be a multiple of {before} any more" "more values are valid";
    MultipleOfNarrowed "multiple-of-narrowed" Q C "{location} has to be a multiple of {after}, no longer of {before}" "the new step is a multiple of the old one: fewer values are valid";
    MultipleOfWidened "multiple-of-widened" C A "{location} has to be a multiple of {after}, no longer of {before}" "the old step is a multiple of the new one: more values are valid";
    MultipleOfChanged "multiple-of-changed" Q A "{location} has to be a multiple of {after}, no longer of {before}" "old values are not valid, new ones are not expected";
    PatternSet "pattern-set" Q C "{location} has to match {after}" "fewer texts are valid";
    PatternDropped "pattern-dropped" C A "{location} need not match {before} any more" "more texts are valid";
    PatternChanged "pattern-changed" Q A "{location} has to match {after}, no longer {before}" "which pattern is wider is not decidable in general; taken with care";
    UniqueItemsSet "unique-items-set" Q C "{location} may not hold an item twice any more" "fewer lists are valid";
    UniqueItemsDropped "unique-items-dropped" C A "{location} may hold an item twice" "more lists are valid";

    "Objects, lists and alternatives":
    ObjectClosed "object-closed" Q C "{location} may not have other fields any more" "other fields were valid";
    ObjectOpened "object-opened" C A "{location} may have other fields now" "a reader of a closed object refuses them";
    PatternPropertiesAdded "pattern-properties-added" Q C "fields of {location} that match {after} have to follow a schema" "fewer objects are valid";
    PatternPropertiesRemoved "pattern-properties-removed" C A "fields of {location} that match {before} need not follow a schema any more" "more objects are valid";
    AlternativeAdded "alternative-added" C A "{location} may also be {after}" "a reader does not expect it";
    AlternativeRemoved "alternative-removed" Q C "{location} may not be {before} any more" "it was valid";
    OverlappingAlternativeAdded "overlapping-alternative-added" Q A "{location} may also be {after}, which values of other alternatives fit too" "`oneOf` refuses a value that fits two alternatives; a reader does not expect the new one";
    OverlappingAlternativeRemoved "overlapping-alternative-removed" Q A "{location} may not be {before} any more, which values of other alternatives fitted too" "it was valid; a value that fitted two alternatives was refused and is valid now";
    AlternativesOverlap "alternatives-overlap" Q C "a value of {location} can fit several alternatives now" "`oneOf` refuses a value that fits two alternatives";
    AlternativesToldApart "alternatives-told-apart" C A "no value of {location} fits several alternatives any more" "a value that fitted two alternatives was refused and is valid now";
    AlternativesIntroduced "alternatives-introduced" Q C "{location} is one of several alternatives now" "what was valid need not be among them";
    AlternativesDropped "alternatives-dropped" C A "{location} is not one of several alternatives any more" "a reader chooses between them";
    OneOfBecameAnyOf "one-of-became-any-of" C A "{location} may match several of its alternatives" "more values are valid";
    AnyOfBecameOneOf "any-of-became-one-of" Q C "{location} may match only one of its alternatives" "fewer values are valid";
    DiscriminatorSet "discriminator-set" Q C "{location} is told apart by the field {after} now" "a request without that field was valid";
    DiscriminatorDropped "discriminator-dropped" C A "{location} is not told apart by the field {before} any more" "a reader chooses by that field";
    DiscriminatorNamed "discriminator-named" C C "{after} is named as the field that tells the alternatives of {location} apart" "every alternative demanded that field and its own value of it before";
    DiscriminatorUnnamed "discriminator-unnamed" C C "{before} is not named any more as the field that tells the alternatives of {location} apart" "every alternative still demands that field and its own value of it";
    DiscriminatorChanged "discriminator-changed" Q A "{location} is told apart by another field: {before} → {after}" "who sends has to name it there, who receives looks for it there";
    DiscriminatorValueAdded "discriminator-value-added" C A "{after} names an alternative of {location}" "a reader does not know the name";
    DiscriminatorValueRemoved "discriminator-value-removed" Q C "{before} does not name an alternative of {location} any more" "it was valid";
    DiscriminatorValueChanged "discriminator-value-changed" Q A "{detail} names another alternative of {location}: {before} → {after}" "the same name means another shape";
    ConditionAdded "condition-added" Q C "{location} has to follow another rule (`{detail}`)" "fewer values are valid";
    ConditionRemoved "condition-removed" C A "{location} need not follow a rule any more (`{detail}`)" "more values are valid";
    XmlChanged "xml-changed" Q A "{location} is written as other XML" "the same value has other bytes on the wire";
    UnknownKeyword "unknown-keyword" Q A "`{detail}` of {location}, a keyword that is not known, is another one: {before} → {after}" "nobody can say what it means; taken with care";
    ComparisonIncomplete "comparison-incomplete" U U "{location} is too entangled to be compared to the end" "nobody can tell what the part does that was left out";

    "Security and servers":
    SecurityIntroduced "security-introduced" Q C "{location} needs credentials now: {after}" "a request without them was valid";
    SecurityDropped "security-dropped" C C "{location} needs no credentials any more; it needed {before}" "a request with them stays valid";
    SecurityAlternativeAdded "security-alternative-added" C C "{location} takes {after} as credentials too" "the old credentials still do";
    SecurityLoosened "security-loosened" C C "{location} takes {after} where it needed {before}" "who has the old credentials has the new ones";
    SecurityAlternativeRemoved "security-alternative-removed" Q A "{location} does not take {before} as credentials any more" "who has only these is refused";
    ScopeAdded "scope-added" Q C "{location} needs the scope {after}" "a token without it was enough";
    ScopeRemoved "scope-removed" C C "{location} does not need the scope {before} any more" "a token with it stays enough";
    SecuritySchemeChanged "security-scheme-changed" Q A "the credentials {location} are sent another way: {before} → {after}" "credentials that are sent the old way are not found";
    SecurityFlowChanged "security-flow-changed" Q A "tokens for {location} are got another way (`{detail}`): {before} → {after}" "a client that asks the old way gets none";
    SecuritySchemeAdded "security-scheme-added" C C "the credentials {after} are new" "what needs them says so itself";
    SecuritySchemeRemoved "security-scheme-removed" C C "the credentials {before} are gone" "what needed them says so itself";
    BearerFormatChanged "bearer-format-changed" D D "the token of {location} has another format: {before} → {after}" "a hint: clients pass tokens on as they are";
    ServerAdded "server-added" C C "{location} is served at {after}" "the old addresses still do";
    ServerRemoved "server-removed" Q A "{location} is not served at {before} any more" "a call of the old address fails";
    ServerVariableChanged "server-variable-changed" Q A "the variable `{detail}` of a server of {location} is another one: {before} → {after}" "an address that was built from it may not be served";
    ServerDefaultChanged "server-default-changed" C C "the variable `{detail}` of a server of {location} has another default: {before} → {after}" "the old address is still served";
    ServerValueAdded "server-value-added" C C "the variable `{detail}` of a server of {location} may be {after}" "the old addresses are still served";
    ServerValueRemoved "server-value-removed" Q A "the variable `{detail}` of a server of {location} may not be {before} any more" "a call of that address fails";
    ServerValuesLimited "server-values-limited" Q A "the variable `{detail}` of a server of {location} is one of a list now: {after}" "a call of another address fails";
    ServerValuesOpened "server-values-opened" C C "the variable `{detail}` of a server of {location} is not one of a list any more: {before}" "the old addresses are still served";

    "Text and names":
    ApiVersionChanged "api-version-changed" D D "the version is {after}, after {before}" "a name for the state of the API";
    InfoChanged "info-changed" D D "`{detail}` of the API: {before} → {after}" "text";
    TitleChanged "title-changed" D D "the title of {location} changed" "text; in Rust it can name a type";
    SummaryChanged "summary-changed" D D "the summary of {location} changed" "text";
    DescriptionChanged "description-changed" D D "the description of {location} changed" "text: read it, it can say what no keyword can";
    ExampleChanged "example-changed" D D "the examples of {location} changed" "text";
    ExternalDocsChanged "external-docs-changed" D D "{location} is explained elsewhere" "text";
    CommentChanged "comment-changed" D D "the comment on {location} changed" "text for those who write the description";
    TagDescribed "tag-described" D D "the description of the tag {detail} changed" "text";
    ExtensionChanged "extension-changed" D D "`{detail}` of {location}, an extension, is another one: {before} → {after}" "extensions may be left aside by everybody; read it, some servers mean something by them";
    DialectChanged "dialect-changed" Q A "schemas follow another dialect: {before} → {after}" "every schema may mean something else; taken with care";
    ComponentAdded "unused-component-added" D D "{location} is new, and nothing uses it" "nothing on the wire reaches it";
    ComponentRemoved "unused-component-removed" D D "{location}, which nothing used, is gone" "nothing on the wire reached it";
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Cow::<str>::deserialize(deserializer)?;
        let unknown = || de::Error::custom(format!("`{id}` is no kind of difference; docs/drift-rules.md lists them"));
        Self::ALL.iter().copied().find(|kind| kind.id() == id).ok_or_else(unknown)
    }
}

impl JsonSchema for Kind {
    fn schema_name() -> Cow<'static, str> {
        "Kind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let ids: Vec<&str> = Self::ALL.iter().map(|kind| kind.id()).collect();
        json_schema!({"type": "string", "description": "A kind of difference: see docs/drift-rules.md", "enum": ids})
    }
}
