//! Text files with named placeholders.

use document::error::{Error, Result};

/// Puts values into a template: `{{name}}` becomes the value of `name`.
///
/// # Errors
///
/// When the template names a value that is not there.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((text, after)) = rest.split_once("{{") {
        let named = after.split_once("}}").and_then(|(name, rest)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, rest))
        });
        let Some((value, after)) = named else {
            let name = after.split("}}").next().unwrap_or_default();
            return Err(Error::new(format!("a template has the placeholder `{{{{{name}}}}}`, which has no value"))
                .remedy("add the value in xtask/codegen/src/standalone, or correct the template"));
        };
        filled.push_str(text);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_become_their_values() {
        let filled = fill("a {{x}}{{y}} { } {{x}}", &[("x", "1"), ("y", "{{x}}")]).unwrap();
        assert_eq!(filled, "a 1{{x}} { } 1");
    }

    #[test]
    fn a_placeholder_without_a_value_is_an_error() {
        for template in ["{{z}}", "{{x", "{{ x }}"] {
            let error = fill(template, &[("x", "1")]).unwrap_err().to_string();
            assert!(error.contains("has no value"), "{template}: {error}");
        }
    }
}
