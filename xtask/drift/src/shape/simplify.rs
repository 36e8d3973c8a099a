//! Takes out of a shape what says nothing: limits beside values, a list of both booleans, bounds between integers.

use std::{borrow::Cow, cmp::Ordering};

use serde_json::{Number, Value};

use super::{Additional, Limit, Shape};
use crate::{
    number::{compare_numbers, integer},
    pattern,
    types::Types,
};

impl Shape<'_> {
    pub(super) fn simplify(&mut self) {
        self.one_number();
        self.fractions();
        self.integer_bounds();
        self.counts();
        self.only_pattern();
        self.limits_beside_values();
        self.both_booleans();
        self.needless_dependents();
        if self.limits.get("maxItems").is_some_and(|limit| limit.value.as_u64() == Some(0)) {
            self.items = None;
            self.flags.remove("uniqueItems");
        }
        if self.limits.get("maxProperties").is_some_and(|limit| limit.value.as_u64() == Some(0))
            && let Some(limit) = self.limits.remove("maxProperties")
        {
            self.properties.clear();
            self.patterns.clear();
            self.additional = Some(Additional { at: limit.at, closed: true, schema: Vec::new() });
        }
        self.flags.remove("implies-array");
    }

    /// Between a minimum and a maximum that are equal, there is one number: it is listed.
    fn one_number(&mut self) {
        let numeric = self.types.is_some_and(|types| [Types::INTEGER, Types::NUMBER].contains(&types.without_null()));
        let (Some(least), Some(most)) = (self.limits.get("minimum"), self.limits.get("maximum")) else { return };
        let (Cow::Borrowed(one), Some(other)) = (&least.value, most.value.as_number()) else { return };
        let equal = one.as_number().and_then(|one| compare_numbers(one, other)).is_some_and(Ordering::is_eq);
        if numeric && equal && self.values.is_none() && !least.exclusive && !most.exclusive {
            (self.values, self.values_at) = (Some(vec![*one]), Some(least.at));
        }
    }

    /// Numbers that are listed as integers, or are multiples of 1, are integers; and integers are multiples of 1.
    fn fractions(&mut self) {
        let step = self.limits.get("multipleOf").and_then(|limit| integer(limit.value.as_number()?));
        let listed = |values: &Vec<&Value>| {
            values.iter().all(|value| value.as_number().is_none_or(|number| integer(number).is_some()))
        };
        if step == Some(1) || self.values.as_ref().is_some_and(listed) {
            self.types = self.types.map(Types::without_fractions);
        }
        if step == Some(1) && self.types.is_some_and(|types| types.without_fractions() == types) {
            self.limits.remove("multipleOf");
        }
    }

    /// Fields that are required are counted, and one item is unique.
    fn counts(&mut self) {
        let number = |limit: Option<&Limit<'_>>| limit.and_then(|limit| limit.value.as_u64());
        if number(self.limits.get("minProperties")).is_some_and(|least| least <= self.required.len() as u64) {
            self.limits.remove("minProperties");
        }
        if number(self.limits.get("maxItems")).is_some_and(|most| most <= 1) {
            self.flags.remove("uniqueItems");
        }
    }

    /// A pattern that all names match, where no field has a name of its own, is about all fields.
    fn only_pattern(&mut self) {
        if !self.properties.is_empty()
            || self.patterns.len() != 1
            || !self.patterns.keys().all(|text| pattern::is_universal(text))
        {
            return;
        }
        if let Some((_, schema)) = self.patterns.pop_first()
            && let Some(at) = schema.first().copied()
        {
            self.additional = Some(Additional { at, closed: false, schema });
        }
    }

    /// Between integers, a bound that is itself excluded, or has a fraction, is the next integer.
    fn integer_bounds(&mut self) {
        if !self.types.is_some_and(|types| types.without_null() == Types::INTEGER) {
            return;
        }
        for (keyword, step) in [("minimum", 1), ("maximum", -1)] {
            let Some(limit) = self.limits.get_mut(keyword) else { continue };
            let Some(number) = limit.value.as_number() else { continue };
            let bound = match integer(number) {
                Some(bound) if limit.exclusive => bound + step,
                Some(_) => continue,
                None => {
                    let Some(float) = number.as_f64() else { continue };
                    let rounded = Number::from_f64(if step > 0 { float.ceil() } else { float.floor() });
                    let Some(bound) = rounded.as_ref().and_then(integer) else { continue };
                    bound
                }
            };
            let exact = i64::try_from(bound).map(Value::from).or_else(|_| u64::try_from(bound).map(Value::from));
            if let Ok(value) = exact {
                *limit = Limit::meant(limit.at, value);
            }
        }
    }

    /// Listed values that a limit refuses go, and then the limits say nothing more.
    fn limits_beside_values(&mut self) {
        let Some(values) = &mut self.values else { return };
        if self.text_patterns.keys().any(|text| pattern::matches(text, "").is_none()) {
            return;
        }
        let (limits, patterns) = (&self.limits, &self.text_patterns);
        values.retain(|value| {
            let matched = value
                .as_str()
                .is_none_or(|text| patterns.keys().all(|pattern| pattern::matches(pattern, text) == Some(true)));
            matched && limits.iter().all(|(keyword, limit)| keeps(keyword, limit, value) != Some(false))
        });
        self.limits.clear();
        self.text_patterns.clear();
    }

    /// `true` and `false` are all that a boolean can be.
    fn both_booleans(&mut self) {
        let boolean = self.types.is_some_and(|types| types.without_null() == Types::BOOLEAN);
        let both = |values: &Vec<&Value>| [true, false].iter().all(|one| values.contains(&&Value::Bool(*one)));
        if boolean && self.values.as_ref().is_some_and(both) {
            self.values = None;
            self.values_at = None;
        }
    }

    /// What is required anyway need not be required beside something.
    fn needless_dependents(&mut self) {
        let required = &self.required;
        self.dependent.retain(|(_, needed), _| !required.contains_key(needed));
    }
}

/// Whether a value keeps a limit; nothing where the limit is none that can be told.
pub(crate) fn keeps(keyword: &str, limit: &Limit<'_>, value: &Value) -> Option<bool> {
    let counted = match (keyword, value) {
        ("minimum" | "maximum", Value::Number(number)) => number.clone(),
        ("minLength" | "maxLength", Value::String(text)) => text.chars().count().into(),
        ("minItems" | "maxItems", Value::Array(items)) => items.len().into(),
        ("minProperties" | "maxProperties", Value::Object(members)) => members.len().into(),
        ("format" | "multipleOf", _) => return None,
        // Limits of other types say nothing of this value.
        _ => return Some(true),
    };
    let order = compare_numbers(&counted, limit.value.as_number()?)?;
    Some(if limit.exclusive && order.is_eq() {
        false
    } else if keyword.starts_with("min") {
        order.is_ge()
    } else {
        order.is_le()
    })
}
