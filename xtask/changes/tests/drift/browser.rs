//! The HTML report in a headless Chromium: `cargo test -p xtask-changes --test drift browser -- --ignored`.

use std::{fs, process::Command};

use drift::Format;

use crate::reports::{Case, breaking, large, report};

/// The page after its script has run, in a window of this width, with this filter.
fn page(case: &Case, width: u32, filter: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.html");
    // Says beside the report how wide it got.
    let probe =
        "<script>document.body.dataset.wide = document.documentElement.scrollWidth > innerWidth;</script></body>";
    fs::write(&path, report(case).render(Format::Html, false).replace("</body>", probe)).unwrap();
    let output = Command::new("chromium")
        .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(format!("--window-size={width},844"))
        .arg(format!("file://{}#{filter}", path.display()))
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// How many differences a page shows, and how many it hides.
fn shown(page: &str) -> (usize, usize) {
    let articles: Vec<&str> = page.split("<article").skip(1).map(|part| part.split('>').next().unwrap()).collect();
    let hidden = articles.iter().filter(|tag| tag.contains("hidden=\"\"")).count();
    (articles.len() - hidden, hidden)
}

#[test]
#[ignore = "needs chromium"]
fn filters_hide_what_was_not_asked_for() {
    for (filter, expected) in [
        ("", (4, 0)),
        ("class=request-break", (1, 3)),
        ("class=request-break&class=docs", (2, 2)),
        ("words=merged", (1, 3)),
        ("words=nothing+has+this", (0, 4)),
        ("operation=GET+%2Fv1%2Fpatients%2F%7Bid%7D", (1, 3)),
    ] {
        let page = page(&breaking(), 1200, filter);
        assert_eq!(shown(&page), expected, "{filter}");
        let (shown, hidden) = expected;
        assert!(page.contains(&format!("{shown} of {} shown", shown + hidden)), "{filter}");
    }
}

#[test]
#[ignore = "needs chromium"]
fn nothing_is_wider_than_a_phone() {
    for case in [breaking(), large(50)] {
        assert!(page(&case, 500, "").contains("data-wide=\"false\""));
    }
}
