//! Reads what a signature header can hold. How Hero writes a signature is not documented, so every usual way is read.

use data_encoding::{BASE64_NOPAD, BASE64URL_NOPAD, Encoding, HEXLOWER_PERMISSIVE};

use super::key::LENGTH;

/// Every signature that `header` can be read as: several of them may stand in one header, while keys are rotated.
///
/// What cannot be a signature is left out: the `t=…` of one habit, the version of another, rubbish.
pub(crate) fn candidates(header: &[u8]) -> impl Iterator<Item = [u8; LENGTH]> {
    let is_separator = |byte: &u8| matches!(byte, b',' | b';') || byte.is_ascii_whitespace();
    header.split(is_separator).filter_map(|token| decoded(without_prefix(token)))
}

fn without_prefix(token: &[u8]) -> &[u8] {
    [b"sha256=".as_slice(), b"v1="]
        .into_iter()
        .find_map(|prefix| {
            let (head, rest) = token.split_at_checked(prefix.len())?;
            head.eq_ignore_ascii_case(prefix).then_some(rest)
        })
        .unwrap_or(token)
}

/// The length tells the encoding: 32 bytes are 64 digits in hex, and 43 with one `=` to fill them up in base64.
fn decoded(token: &[u8]) -> Option<[u8; LENGTH]> {
    match token {
        hex if hex.len() == 64 => decoded_as(&HEXLOWER_PERMISSIVE, hex),
        [base64 @ .., b'='] | base64 if base64.len() == 43 => {
            decoded_as(&BASE64_NOPAD, base64).or_else(|| decoded_as(&BASE64URL_NOPAD, base64))
        }
        _ => None,
    }
}

fn decoded_as(encoding: &Encoding, token: &[u8]) -> Option<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    // `decode_mut` panics on a buffer of another length than it says.
    let fits = encoding.decode_len(token.len()) == Ok(LENGTH);
    (fits && encoding.decode_mut(token, &mut bytes) == Ok(LENGTH)).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: [u8; LENGTH] = [
        0xfb, 0xef, 0xbe, 0xff, 0x00, 0x10, 0x83, 0x10, 0x51, 0x87, 0x20, 0x92, 0x8b, 0x30, 0xd3, 0x8f, 0x41, 0x14,
        0x93, 0x51, 0x55, 0x97, 0x61, 0x96, 0x9b, 0x71, 0xd7, 0x9f, 0x82, 0x18, 0xa3, 0x92,
    ];
    const HEX: &str = "fbefbeff0010831051872092 8b30d38f41149351559761969b71d79f8218a392";

    fn read(header: &str) -> Vec<[u8; LENGTH]> {
        candidates(header.as_bytes()).collect()
    }

    #[test]
    fn hex_and_base64_are_read_in_every_usual_form() {
        let hex = HEX.replace(' ', "");
        let base64 = data_encoding::BASE64.encode(&BYTES);
        let url = data_encoding::BASE64URL.encode(&BYTES);
        assert!(base64.contains('+') && url.contains('-'), "the sample has to tell the alphabets apart");
        let mixed_case: String = hex.chars().enumerate().map(|(i, c)| flipped(c, i)).collect();
        for text in [&hex, &hex.to_uppercase(), &mixed_case, &base64, &url] {
            for text in [text.clone(), text.trim_end_matches('=').to_owned()] {
                for prefix in ["", "sha256=", "SHA256=", "v1=", "V1="] {
                    assert_eq!(read(&format!("{prefix}{text}")), [BYTES], "{prefix}{text}");
                }
            }
        }
    }

    fn flipped(character: char, index: usize) -> char {
        if index.is_multiple_of(2) { character.to_ascii_uppercase() } else { character }
    }

    #[test]
    fn several_signatures_are_read_from_a_header() {
        let hex = HEX.replace(' ', "");
        let base64 = data_encoding::BASE64.encode(&BYTES);
        for header in [
            format!("{hex},{base64}"),
            format!("{hex} {base64}"),
            format!("v1={hex}, v1={base64}"),
            format!("t=1700000000,v1={hex},v1={base64},v0=abc"),
            format!("v1,{hex} v1,{base64}"),
            format!("sha256={hex}; sha256={base64};"),
        ] {
            assert_eq!(read(&header), [BYTES, BYTES], "{header}");
        }
    }

    #[test]
    fn what_is_no_signature_is_left_out() {
        let hex = HEX.replace(' ', "");
        let base64 = data_encoding::BASE64.encode(&BYTES);
        for header in [
            String::new(),
            ",, ;".to_owned(),
            hex[1..].to_owned(),
            format!("{hex}0"),
            format!("0x{hex}"),
            format!("md5={hex}"),
            format!("v0={hex}"),
            format!("sha256=v1={hex}"),
            hex.replace('f', "g"),
            hex.replace('f', "\u{ff46}"),
            base64[1..].to_owned(),
            format!("{base64}="),
            // Both alphabets in one text.
            base64.replacen('+', "-", 1),
            // The same bytes, with a bit set that no byte has room for.
            base64.replace("I=", "J="),
        ] {
            assert_eq!(read(&header), <[[u8; LENGTH]; 0]>::default(), "{header}");
        }
    }
}
