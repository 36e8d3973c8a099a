//! The command line: what there is to say, not what it does.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{
    Args, Parser, Subcommand,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};

use drift::{Axis, FailOn, Format};

use crate::{
    bench,
    drift::Options as DriftOptions,
    paths::LOCK,
    source::{Base, Revision},
    update::{Options, Source},
};

const EXAMPLES: &str = "\
Examples:
  cargo xtask update                    take over the description that is published now
  cargo xtask generate                  bring hero-api in line with openapi.yaml and overlay.yaml
  cargo xtask verify                    fail when the committed files are not what generate writes
  cargo xtask drift                     compare the published description with the locked one
  cargo xtask build -- --release        generate, then cargo build --release

Exit codes:
  0  done, or everything is as it should be
  1  committed files differ, or the command failed; the message says what to do
  2  the command line is wrong
drift has its own: cargo xtask drift --help";

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
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = EXAMPLES, arg_required_else_help = true)]
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
    /// Write the bindings, docs/coverage.md and openapi.lock from openapi.yaml and overlay.yaml.
    ///
    /// Works offline and gives the same bytes on every machine. Writes only files that change, and removes generated
    /// files that no longer belong.
    ///
    /// With --spec, builds a crate of its own from any description (OpenAPI 3.0 or 3.1, YAML or JSON) into another
    /// folder: the same bindings and manners under another name. The folder keeps the description, the overlays and a
    /// lock; `verify --out` checks it.
    #[command(
        after_help = "Examples:\n  cargo xtask generate && git diff --stat\n  cargo xtask generate --spec petstore.json --out ../petstore --name petstore"
    )]
    Generate {
        /// A description of another API.
        #[arg(long, value_name = "FILE", requires = "out", requires = "name")]
        spec: Option<PathBuf>,
        /// Where the crate for it goes: a new folder, or one that this command made.
        #[arg(long, value_name = "DIR", requires = "spec")]
        out: Option<PathBuf>,
        /// What the crate is called.
        #[arg(long, value_name = "NAME", requires = "spec")]
        name: Option<String>,
        /// Corrections to the description (OpenAPI Overlay 1.0); may be given several times.
        #[arg(long, value_name = "FILE", requires = "spec")]
        overlay: Vec<PathBuf>,
        /// Leave out operations that cannot be taken, and list them, instead of failing.
        #[arg(long, requires = "spec")]
        skip_unsupported: bool,
    },
    /// Check that the committed files are what generate would write; changes nothing.
    ///
    /// Fails with a diff when a generated file, docs/coverage.md or openapi.lock differs, or when openapi.yaml was
    /// edited without a generate. `cargo test --workspace` runs the same check.
    #[command(
        after_help = "Examples:\n  cargo xtask verify || cargo xtask generate\n  cargo xtask verify --out ../petstore"
    )]
    Verify {
        /// A crate that `generate --spec --out` made, instead of this workspace.
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Print what the pipeline would do to a description, and what it would refuse; writes nothing.
    #[command(after_help = "Example:\n  cargo xtask inspect petstore.json")]
    Inspect {
        /// The description: OpenAPI 3.0 or 3.1, YAML or JSON.
        file: PathBuf,
        /// Corrections to the description (OpenAPI Overlay 1.0); may be given several times.
        #[arg(long, value_name = "FILE")]
        overlay: Vec<PathBuf>,
        /// Show every change of every pass, and not the first few.
        #[arg(long)]
        all: bool,
    },
    /// Print the effective description, for other tools: the locked one with its overlays applied.
    ///
    /// A mock server, a documentation page or another generator then works from the same description as the bindings. It is
    /// written as JSON, which readers of YAML take too.
    #[command(
        after_help = "Examples:\n  cargo xtask effective --out target/effective.json\n  cargo xtask effective petstore.json --overlay fixes.yaml"
    )]
    Effective {
        /// Another description: OpenAPI 3.0 or 3.1, YAML or JSON.
        file: Option<PathBuf>,
        /// Corrections to that description (OpenAPI Overlay 1.0); may be given several times.
        #[arg(long, value_name = "FILE", requires = "file")]
        overlay: Vec<PathBuf>,
        /// Where it goes, instead of standard output.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Generate, then build the workspace with cargo.
    ///
    /// For those who want the bindings regenerated at build time: nothing of it runs when others build hero-api.
    #[command(after_help = "Examples:\n  cargo xtask build\n  cargo xtask build -- --package hero-api --release")]
    Build {
        /// Arguments for cargo build.
        #[arg(last = true, value_name = "CARGO ARGS")]
        cargo_args: Vec<OsString>,
    },
    /// Measure what a call, a page and a bulk cost beside plain reqwest, and print one Markdown table.
    ///
    /// Builds hero-api-ext in release, and fails when a ratio exceeds its limit. Times mean something on a machine that does
    /// nothing else. docs/performance.md holds the last table.
    #[command(after_help = "Examples:\n  cargo xtask bench\n  taskset -c 0 cargo xtask bench overhead observe")]
    Bench {
        /// Which benchmarks; all of them unless given.
        #[arg(value_parser = bench::names())]
        benches: Vec<String>,
    },
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
            _ => false,
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

/// The workspace: where cargo runs this xtask from, or the nearest folder upwards that holds the lock.
fn workspace() -> PathBuf {
    // Cargo sets it for `cargo xtask`; what was compiled in would name the clone that built the binary.
    if let Some(manifest) = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from)
        && let Some(root) = manifest.ancestors().find(|folder| folder.ends_with("xtask")).and_then(Path::parent)
    {
        return root.to_owned();
    }
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors().find(|folder| folder.join(LOCK).exists()).map_or_else(|| here.clone(), PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;
    use clap::error::ErrorKind;

    fn parse(args: &[&str]) -> Result<Cli, clap::Error> {
        Cli::try_parse_from([&["cargo xtask"], args].concat())
    }

    #[test]
    fn the_definitions_are_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn arguments_after_two_dashes_go_to_cargo() {
        let cli = parse(&["build", "--", "--release", "-p", "hero-api"]).expect("arguments");
        assert_eq!(
            cli.command,
            Command::Build { cargo_args: ["--release", "-p", "hero-api"].map(Into::into).to_vec() }
        );
        assert!(parse(&["build", "--release"]).is_err());
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
        assert!(!downloads(&["drift", "--print-rules"]) && !downloads(&["generate"]));
        assert!(!downloads(&["drift", "--traffic", "a.jsonl", "b.jsonl"]));
    }

    #[test]
    fn the_root_is_the_workspace_by_default() {
        let own = parse(&["verify"]).expect("arguments").root;
        assert_eq!(Some(own.as_path()), std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent());
        let other = parse(&["generate", "--root", "/tmp/copy"]).expect("arguments");
        assert_eq!(other.root, PathBuf::from("/tmp/copy"));
    }

    #[test]
    fn help_shows_examples_and_exit_codes() {
        let help = parse(&["--help"]).expect_err("help").to_string();
        assert!(help.contains("cargo xtask verify") && help.contains("Exit codes"), "{help}");
        assert!(!help.contains("--root"), "{help}");
        for command in ["update", "generate", "verify", "build"] {
            assert!(parse(&[command, "--help"]).expect_err("help").to_string().contains("Example"), "{command}");
        }
    }

    #[test]
    fn a_wrong_command_line_exits_with_2() {
        for (args, kind) in [
            (&[][..], ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand),
            (&["generat"], ErrorKind::InvalidSubcommand),
            (&["verify", "x"], ErrorKind::UnknownArgument),
        ] {
            let error = parse(args).expect_err("usage");
            assert_eq!((error.kind(), error.exit_code()), (kind, 2));
        }
    }
}
