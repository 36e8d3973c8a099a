//! Prints progenitor's raw output (development aid).
fn main() {
    let text = std::fs::read("openapi.yaml").unwrap();
    let overlay = std::fs::read("overlay.yaml").unwrap();
    let mut value = xtask::pipeline::read("o", &text).unwrap().value;
    xtask::overlay::apply(&mut value, &[("overlay".into(), xtask::pipeline::read("o", &overlay).unwrap().value)])
        .unwrap();
    let n = xtask::normalise::normalise(value).unwrap();
    if std::env::args().nth(1).is_some() {
        println!("{}", serde_json::to_string_pretty(&n.document).unwrap());
        return;
    }
    println!("{}", prettyplease::unparse(&xtask::generator::generate(&n.document).unwrap()));
}
