//! The command lines of `update` and `drift`.

use std::path::PathBuf;

use clap::{
    Args, Parser, Subcommand,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

use drift::{Axis, FailOn, Format};
use xtask::cli::workspace;

use crate::{
    drift::Options as DriftOptions,
    source::{Base, Revision},
    update::{Options, Source},
};

const DRIFT_NOTES: &str = "\
Examples:
  cargo xtask drift
  cargo xtask drift --fail-on breaking --format markdown --output drift.md
  cargo xtask drift --axis wire --base old.yaml --revision new.yaml
  cargo xtask drift --crate ../my-service
  cargo xtask drift --traffic observations.jsonl --propose overlay.yaml

Exit codes:
  0  same, or nothing that --fail-on counts
  1  drift: something differs, and breaks no user of the bindings; with --crate, not yours
  2  breaking: code that uses the bindings, or its calls; with --crate, yours
  3  cannot tell: unreachable, unreadable, or the command line is wrong

docs/drift.md is for those who run it in CI, docs/drift-rules.md says what counts as what.";

const UPDATE_NOTES: &str = "\
Examples:
  cargo xtask update && git diff --stat
  cargo xtask update --from downloads/openapi.yaml
  cargo xtask update --url https://api.example.com/openapi.yaml
  cargo xtask update --from changed.yaml --local

The download is conditional on the ETag in openapi.lock, may take 60 seconds and 32 MiB, and follows 3 redirects to https.
Proxies are taken from HTTPS_PROXY and NO_PROXY, trusted certificates from the system.";

/// Keeps the hero-api bindings true to the locked description in openapi.yaml.
#[derive(Debug, Clone, PartialEq, Eq, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
pub struct Cli {
    /// Folder of the workspace; tests give a copy.
    #[arg(long, global = true, hide = true, value_name = "DIR", default_value_os_t = workspace())]
    pub root: PathBuf,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Clone, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Take over the description that is published now.
    ///
    /// Downloads it from the address in openapi.lock and, when it differs, replaces openapi.yaml, regenerates everything
    /// and says what changed. A file that cannot be generated from is refused, and nothing is written then. An update
    /// that is interrupted is completed by the next update or generate.
    #[command(after_help = UPDATE_NOTES)]
    Update(UpdateArguments),
    /// Say what changed in the published description, and what it does to users.
    ///
    /// Compares the locked description with the published one, or any two: what requests and responses look like on the
    /// wire, and what the generated crates offer. Changes nothing.
    #[command(after_help = DRIFT_NOTES)]
    Drift(DriftArguments),
}

impl Command {
    /// Whether it asks the network for a description.
    pub(crate) fn downloads(&self) -> bool {
        match self {
            Self::Update(arguments) => arguments.from.is_none(),
            Self::Drift(arguments) => {
                let prints = arguments.print_schema || arguments.print_rules;
                !prints && arguments.traffic.is_empty() && arguments.revision.as_deref().is_none_or(is_url)
            }
        }
    }
}

fn is_url(text: &str) -> bool {
    text.contains("://")
}

/// What `update` takes.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct UpdateArguments {
    /// Download from this address, and lock it as the one to ask from now on: https, or http on this machine.
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Take a copy that was downloaded by other means from the address in openapi.lock.
    #[arg(long, value_name = "FILE", conflicts_with = "url")]
    pub from: Option<PathBuf>,
    /// The file is a changed copy of your own: lock it as `local`, and not as what is published.
    #[arg(long, requires = "from")]
    pub local: bool,
    /// Do not let cargo check what depends on the bindings.
    #[arg(long)]
    pub no_check: bool,
    /// Take the description although more than half of the operations are gone.
    #[arg(long)]
    pub allow_shrink: bool,
    /// Save a description that is refused as openapi.rejected.yaml, for a look.
    #[arg(long)]
    pub keep: bool,
}

/// What `drift` takes.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct DriftArguments {
    /// What people hold on to: a file, or `lock` for the locked description of this workspace.
    #[arg(long, value_name = "FILE|lock", default_value = "lock")]
    pub base: PathBuf,
    /// What it is compared with: a file, or an address instead of the one in openapi.lock.
    #[arg(long, value_name = "FILE|URL")]
    pub revision: Option<String>,
    /// Compare with what clients observed instead: files of `hero_api_ext::observe::FileObserver`.
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with_all = ["revision", "axis"])]
    pub traffic: Vec<PathBuf>,
    /// Write corrections of the description into this overlay, after those that it has.
    #[arg(long, value_name = "OVERLAY", requires = "traffic")]
    pub propose: Option<PathBuf>,
    /// What is compared.
    #[arg(long, default_value = "both", value_parser = one_of(&AXES))]
    pub axis: Axis,
    /// How the report is shown.
    #[arg(long, default_value = "text", value_parser = one_of(&FORMATS))]
    pub format: Format,
    /// Where the report goes, instead of standard output.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// From which differences on the run fails.
    #[arg(long, default_value = "any", value_parser = one_of(&FAIL_ON))]
    pub fail_on: FailOn,
    /// Accepted differences, instead of those in drift-waivers.toml.
    #[arg(long, value_name = "FILE")]
    pub waivers: Option<PathBuf>,
    /// A crate of yours, or its workspace: only what breaks it counts; may be given several times.
    ///
    /// It is compiled against the bindings of the revision, in a copy and offline. The report lists the lines that no longer
    /// compile, and those that break at run time.
    #[arg(long = "crate", value_name = "DIR")]
    pub crates: Vec<PathBuf>,
    /// Print the JSON schema of the JSON report, and nothing else.
    #[arg(long)]
    pub print_schema: bool,
    /// Print docs/drift-rules.md, and nothing else.
    #[arg(long, conflicts_with = "print_schema")]
    pub print_rules: bool,
}

impl From<DriftArguments> for DriftOptions {
    fn from(arguments: DriftArguments) -> Self {
        let DriftArguments { base, revision, axis, format, output, fail_on, waivers, crates, .. } = arguments;
        Self {
            base: if base.as_os_str() == "lock" { Base::Lock } else { Base::File(base) },
            revision: match revision {
                None => Revision::Published,
                Some(url) if is_url(&url) => Revision::Url(url),
                Some(file) => Revision::File(file.into()),
            },
            axis,
            format,
            output,
            fail_on,
            waivers,
            crates,
            color: false,
        }
    }
}

impl From<UpdateArguments> for Options {
    fn from(UpdateArguments { url, from, local, no_check, allow_shrink, keep }: UpdateArguments) -> Self {
        let source = match (url, from) {
            (Some(url), _) => Source::Url(url),
            (None, Some(path)) => Source::File(path),
            (None, None) => Source::Locked,
        };
        Self { source, check: !no_check, local, allow_shrink, keep }
    }
}

/// The values of an option: name, help, meaning.
type Choices<T, const N: usize> = [(&'static str, &'static str, T); N];

const AXES: Choices<Axis, 3> = [
    ("wire", "What requests and responses look like", Axis::Wire),
    ("rust", "What the generated crates offer", Axis::Rust),
    ("both", "Both", Axis::Both),
];

const FORMATS: Choices<Format, 5> = [
    ("text", "For people at a terminal", Format::Text),
    ("json", "For programs; --print-schema prints the schema", Format::Json),
    ("markdown", "For a comment on a pull request", Format::Markdown),
    ("github", "Annotations of GitHub Actions", Format::Github),
    ("html", "One page to look through, without a network", Format::Html),
];

const FAIL_ON: Choices<FailOn, 6> = [
    ("any", "Any, even in a text", FailOn::Any),
    ("additive", "Those that can be seen on the wire or in Rust", FailOn::Additive),
    ("breaking", "Those that break users of the bindings, or their calls", FailOn::Breaking),
    ("wire", "Those that break on the wire, whatever the bindings make of them", FailOn::Wire),
    ("rust", "Those that break code that uses the bindings", FailOn::Rust),
    ("never", "None: fails only when it cannot tell", FailOn::Never),
];

/// Takes one of the names, and gives its meaning.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    choices: &'static Choices<T, N>,
) -> impl TypedValueParser<Value = T> {
    let values = choices.iter().map(|(name, help, _)| PossibleValue::new(*name).help(*help));
    PossibleValuesParser::new(values).try_map(|name| {
        choices.iter().find(|(known, ..)| *known == name).map(|(.., value)| *value).ok_or("not one of the values")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    fn parse(args: &[&str]) -> Result<Cli, clap::Error> {
        Cli::try_parse_from([&["cargo xtask"], args].concat())
    }

    #[test]
    fn the_definitions_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn update_takes_its_description_from_one_place() {
        let options = |args: &[&str]| match parse(&[&["update"], args].concat()).map(|cli| cli.command) {
            Ok(Command::Update(arguments)) => Ok(Options::from(arguments)),
            Err(error) => Err(error),
            Ok(other) => panic!("{other:?}"),
        };
        assert_eq!(options(&[]).expect("arguments"), Options { check: true, ..Options::default() });
        assert_eq!(options(&["--no-check"]).expect("arguments"), Options::default());
        assert_eq!(
            options(&["--url", "https://a.example/x", "--keep"]).expect("arguments"),
            Options {
                source: Source::Url("https://a.example/x".to_owned()),
                keep: true,
                check: true,
                ..Options::default()
            }
        );
        assert_eq!(
            options(&["--from", "x.yaml", "--allow-shrink"]).expect("arguments"),
            Options { source: Source::File("x.yaml".into()), allow_shrink: true, check: true, ..Options::default() }
        );
        assert_eq!(
            options(&["--from", "x.yaml", "--local"]).expect("arguments"),
            Options { source: Source::File("x.yaml".into()), local: true, check: true, ..Options::default() }
        );
        assert!(options(&["--local"]).is_err());
        assert!(options(&["--from", "x.yaml", "--url", "https://a.example/x"]).is_err());
    }

    #[test]
    fn only_what_downloads_needs_a_network() {
        let downloads = |args: &[&str]| parse(args).expect("arguments").command.downloads();
        assert!(downloads(&["update"]) && downloads(&["update", "--url", "https://a.example/x"]));
        assert!(downloads(&["drift"]) && downloads(&["drift", "--revision", "https://a.example/x"]));
        assert!(!downloads(&["update", "--from", "x.yaml"]) && !downloads(&["drift", "--revision", "x.yaml"]));
        assert!(!downloads(&["drift", "--print-rules"]));
        assert!(!downloads(&["drift", "--traffic", "a.jsonl", "b.jsonl"]));
    }

    #[test]
    fn help_shows_examples() {
        for command in ["update", "drift"] {
            assert!(parse(&[command, "--help"]).expect_err("help").to_string().contains("Example"), "{command}");
        }
    }
}
