//! Limits of values: bounds, lengths, steps, patterns and formats.

use std::cmp::Ordering;

use serde_json::Value;

use super::{Comparison, Sides, schema::Two};
use crate::{
    format::{format_is_within, format_restricts, is_numeric},
    number::{compare_numbers, is_multiple},
    rules::Kind,
    shape::Limit,
    types::Types,
};

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

impl<'a> Comparison<'a> {
    pub(super) fn limits(&mut self, two: Two<'_, 'a>) {
        for (keyword, kinds) in LOWER {
            self.bound(two, keyword, kinds, Ordering::Greater);
        }
        for (keyword, kinds) in UPPER {
            self.bound(two, keyword, kinds, Ordering::Less);
        }
        self.limit(two, "multipleOf", |old, new| match (old, new) {
            (None, _) => Kind::MultipleOfSet,
            (_, None) => Kind::MultipleOfDropped,
            (Some(old), Some(new)) if is_multiple(new, old) => Kind::MultipleOfNarrowed,
            (Some(old), Some(new)) if is_multiple(old, new) => Kind::MultipleOfWidened,
            _ => Kind::MultipleOfChanged,
        });
        self.text_patterns(two);
        self.format(two);
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

    fn text_patterns(&mut self, two: Two<'_, 'a>) {
        let (old, new) = (&two.old.text_patterns, &two.new.text_patterns);
        let gone: Vec<_> = old.iter().filter(|(pattern, _)| !new.contains_key(*pattern)).map(|(_, at)| *at).collect();
        let fresh: Vec<_> = new.iter().filter(|(pattern, _)| !old.contains_key(*pattern)).map(|(_, at)| *at).collect();
        for index in 0..gone.len().max(fresh.len()) {
            let values = (gone.get(index).copied(), fresh.get(index).copied());
            let kind = match values {
                (None, _) => Kind::PatternSet,
                (_, None) => Kind::PatternDropped,
                _ => Kind::PatternChanged,
            };
            self.values(two.scope, kind, "", values, two.at);
        }
    }

    fn format(&mut self, two: Two<'_, 'a>) {
        let limits = (two.old.limits.get("format"), two.new.limits.get("format"));
        let values = (limits.0.map(|limit| &*limit.value), limits.1.map(|limit| &*limit.value));
        if values.0 == values.1 {
            return;
        }
        // A format of numbers says nothing of a text, and the other way round.
        let types = two.old.kinds().and(two.new.kinds());
        let restricts = |value: &Value| {
            let numeric = is_numeric(value);
            let applies = if numeric { !types.and(Types::NUMBER).is_empty() } else { types.has(Types::STRING) };
            format_restricts(value) && applies
        };
        // Every number that JSON can write is read as one of these.
        let wide = |value: &Value| value == "double" || value == "decimal";
        let kind = match (values.0.filter(|value| restricts(value)), values.1.filter(|value| restricts(value))) {
            (None, None) => Kind::FormatHintChanged,
            (None, Some(value)) | (Some(value), None) if wide(value) => Kind::FormatHintChanged,
            (None, Some(_)) => Kind::FormatSet,
            (Some(_), None) => Kind::FormatDropped,
            (Some(old), Some(new)) if format_is_within(old, new) => Kind::FormatWidened,
            (Some(old), Some(new)) if format_is_within(new, old) => Kind::FormatNarrowed,
            _ => Kind::FormatChanged,
        };
        let sides = Sides::either(limits.0.map(|limit| limit.at), limits.1.map(|limit| limit.at), two.at);
        self.record(two.scope, kind, sides, "", values.0, values.1);
    }

    fn limit(&mut self, two: Two<'_, 'a>, keyword: &str, kind: impl Fn(Option<&Value>, Option<&Value>) -> Kind) {
        let at = |limit: Option<&Limit<'a>>| limit.map(|limit| limit.at);
        let values = (at(two.old.limits.get(keyword)), at(two.new.limits.get(keyword)));
        self.values(two.scope, kind(values.0, values.1), "", values, two.at);
    }

    /// Compares a bound that is tighter where the new one is `tighter` than the old one.
    fn bound(&mut self, two: Two<'_, 'a>, keyword: &str, kinds: [Kind; 4], tighter: Ordering) {
        let [set, dropped, tightened, loosened] = kinds;
        let (old, new) = (two.old.limits.get(keyword), two.new.limits.get(keyword));
        let kind = match (old, new) {
            (None, None) => return,
            (None, Some(_)) => set,
            (Some(_), None) => dropped,
            (Some(old), Some(new)) => {
                let numbers = old.value.as_number().zip(new.value.as_number());
                match numbers.and_then(|(old, new)| compare_numbers(new, old)) {
                    Some(Ordering::Equal) if old.exclusive == new.exclusive => return,
                    Some(Ordering::Equal) if new.exclusive => tightened,
                    Some(Ordering::Equal) => loosened,
                    Some(order) if order == tighter => tightened,
                    Some(_) => loosened,
                    None if old.value == new.value => return,
                    // No number, so nobody knows what it means.
                    None => {
                        let sides = Sides::both(old.at, new.at);
                        let values = (Some(old.at), Some(new.at));
                        return self.record(two.scope, Kind::UnknownKeyword, sides, keyword, values.0, values.1);
                    }
                }
            }
        };
        let shown = |limit: Option<&Limit<'_>>| {
            limit.map(|limit| {
                if limit.exclusive {
                    Value::from(format!("{} (itself excluded)", limit.value))
                } else {
                    limit.value.clone().into_owned()
                }
            })
        };
        let sides = Sides::either(old.map(|limit| limit.at), new.map(|limit| limit.at), two.at);
        self.record(two.scope, kind, sides, "", shown(old).as_ref(), shown(new).as_ref());
    }
}
