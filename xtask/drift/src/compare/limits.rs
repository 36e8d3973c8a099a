//! Limits of values: bounds, lengths, steps, patterns and formats.

use serde_json::{Number, Value};

use super::{Comparison, Sides, rest::same, schema::Two};
use crate::{rules::Kind, shape::Limit};

/// A keyword with the kinds for: set, dropped, tightened, loosened.
type Bound = (&'static str, [Kind; 4]);

const LOWER: [Bound; 4] = [
    ("minimum", [Kind::MinimumSet, Kind::MinimumDropped, Kind::MinimumRaised, Kind::MinimumLowered]),
    ("minLength", [Kind::MinLengthSet, Kind::MinLengthDropped, Kind::MinLengthRaised, Kind::MinLengthLowered]),
    ("minItems", [Kind::MinItemsSet, Kind::MinItemsDropped, Kind::MinItemsRaised, Kind::MinItemsLowered]),
    (
        "minProperties",
        [Kind::MinPropertiesSet, Kind::MinPropertiesDropped, Kind::MinPropertiesRaised, Kind::MinPropertiesLowered],
    ),
];

const UPPER: [Bound; 4] = [
    ("maximum", [Kind::MaximumSet, Kind::MaximumDropped, Kind::MaximumLowered, Kind::MaximumRaised]),
    ("maxLength", [Kind::MaxLengthSet, Kind::MaxLengthDropped, Kind::MaxLengthLowered, Kind::MaxLengthRaised]),
    ("maxItems", [Kind::MaxItemsSet, Kind::MaxItemsDropped, Kind::MaxItemsLowered, Kind::MaxItemsRaised]),
    (
        "maxProperties",
        [Kind::MaxPropertiesSet, Kind::MaxPropertiesDropped, Kind::MaxPropertiesLowered, Kind::MaxPropertiesRaised],
    ),
];

/// Formats whose values are all values of another format.
const WITHIN: [(&str, &str); 9] = [
    ("int32", "int64"),
    ("int8", "int16"),
    ("int16", "int32"),
    ("int8", "int32"),
    ("int8", "int64"),
    ("int16", "int64"),
    ("float", "double"),
    ("uri", "uri-reference"),
    ("email", "idn-email"),
];

impl<'a> Comparison<'a> {
    pub(super) fn limits(&mut self, two: Two<'_, 'a>) {
        for (keyword, kinds) in LOWER {
            self.bound(two, keyword, kinds, |old, new| new > old);
        }
        for (keyword, kinds) in UPPER {
            self.bound(two, keyword, kinds, |old, new| new < old);
        }
        for keyword in ["minContains", "maxContains"] {
            self.limit(two, keyword, |_, _| Kind::MinContainsChanged);
        }
        self.limit(two, "multipleOf", |old, new| match (old, new) {
            (None, _) => Kind::MultipleOfSet,
            (_, None) => Kind::MultipleOfDropped,
            (Some(old), Some(new)) if is_multiple(new, old) => Kind::MultipleOfNarrowed,
            (Some(old), Some(new)) if is_multiple(old, new) => Kind::MultipleOfWidened,
            _ => Kind::MultipleOfChanged,
        });
        self.limit(two, "pattern", |old, new| match (old, new) {
            (None, _) => Kind::PatternSet,
            (_, None) => Kind::PatternDropped,
            _ => Kind::PatternChanged,
        });
        let formats = (value(&two.old.limits, "format"), value(&two.new.limits, "format"));
        if formats.0.and_then(format) != formats.1.and_then(format) {
            self.limit(two, "format", format_kind);
        }
        let unique = (two.old.flags.get("uniqueItems").copied(), two.new.flags.get("uniqueItems").copied());
        match unique {
            (None, Some(new)) => {
                self.record(two.scope, Kind::UniqueItemsSet, Sides::added(two.at.0, new), "", None, None);
            }
            (Some(old), None) => {
                self.record(two.scope, Kind::UniqueItemsDropped, Sides::removed(old, two.at.1), "", None, None);
            }
            _ => {}
        }
    }

    fn limit(&mut self, two: Two<'_, 'a>, keyword: &str, kind: impl Fn(Option<&Value>, Option<&Value>) -> Kind) {
        let values = (value(&two.old.limits, keyword), value(&two.new.limits, keyword));
        self.values(two.scope, kind(values.0, values.1), "", (values.0, values.1), two.at);
    }

    fn bound(&mut self, two: Two<'_, 'a>, keyword: &str, kinds: [Kind; 4], tighter: impl Fn(f64, f64) -> bool) {
        let [set, dropped, tightened, loosened] = kinds;
        let (old, new) = (two.old.limits.get(keyword), two.new.limits.get(keyword));
        let kind = match (old, new) {
            (None, None) => return,
            (None, Some(_)) => set,
            (Some(_), None) => dropped,
            (Some(old), Some(new)) => {
                if same(Some(old.at), Some(new.at)) {
                    if old.exclusive == new.exclusive {
                        return;
                    }
                    if new.exclusive { tightened } else { loosened }
                } else {
                    match (old.at.as_f64(), new.at.as_f64()) {
                        (Some(old), Some(new)) if tighter(old, new) => tightened,
                        (Some(_), Some(_)) => loosened,
                        // No number, so nobody knows what it means.
                        _ => {
                            let sides = Sides::both(old.at, new.at);
                            return self.record(
                                two.scope,
                                Kind::UnknownKeyword,
                                sides,
                                keyword,
                                Some(old.at),
                                Some(new.at),
                            );
                        }
                    }
                }
            }
        };
        let shown = |limit: Option<&Limit<'_>>| {
            limit.map(|limit| {
                if limit.exclusive { Value::from(format!("{} (itself excluded)", limit.at)) } else { limit.at.clone() }
            })
        };
        let sides = Sides::either(old.map(|limit| limit.at), new.map(|limit| limit.at), two.at);
        self.record(two.scope, kind, sides, "", shown(old).as_ref(), shown(new).as_ref());
    }
}

fn value<'a>(limits: &std::collections::BTreeMap<&'static str, Limit<'a>>, keyword: &str) -> Option<&'a Value> {
    limits.get(keyword).map(|limit| limit.at)
}

/// The format that a value names; content keywords of OpenAPI 3.1 stand for formats of 3.0.
fn format(value: &Value) -> Option<&str> {
    match value.as_str() {
        Some("base64") => Some("byte"),
        Some("application/octet-stream") => Some("binary"),
        other => other,
    }
}

fn format_kind(old: Option<&Value>, new: Option<&Value>) -> Kind {
    match (old.and_then(format), new.and_then(format)) {
        (None, _) => Kind::FormatSet,
        (_, None) => Kind::FormatDropped,
        (Some(old), Some(new)) if WITHIN.contains(&(old, new)) => Kind::FormatWidened,
        (Some(old), Some(new)) if WITHIN.contains(&(new, old)) => Kind::FormatNarrowed,
        _ => Kind::FormatChanged,
    }
}

/// Whether one step is a multiple of another.
fn is_multiple(value: &Value, of: &Value) -> bool {
    let (Some(value), Some(of)) = (value.as_number().and_then(Number::as_f64), of.as_number().and_then(Number::as_f64))
    else {
        return false;
    };
    let ratio = value / of;
    ratio.is_finite() && ratio.abs() >= 1.0 && (ratio - ratio.round()).abs() < 1e-9
}
