//! The command line: what there is to say, not what it does.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::{bench, paths::LOCK};

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
    #[command(disable_help_flag = true)]
    Update(HandedOver),
    /// Say what changed in the published description, and what it does to users.
    #[command(disable_help_flag = true)]
    Drift(HandedOver),
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
    /// Test the workspace: `cargo test --workspace`, and with --slow also what takes too long for every change.
    #[command(after_help = "Examples:\n  cargo xtask test\n  cargo xtask test --slow")]
    Test {
        /// Also the tests that compile much: large crates, and the client after updates to other descriptions.
        #[arg(long)]
        slow: bool,
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

/// What `xtask-changes` reads: it knows the options, and they are parsed there.
#[derive(Debug, Clone, PartialEq, Eq, Args)]
pub struct HandedOver {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, hide = true)]
    arguments: Vec<OsString>,
}

/// The workspace: where cargo runs this xtask from, or the nearest folder upwards that holds the lock.
#[must_use]
pub fn workspace() -> PathBuf {
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
        for command in ["generate", "verify", "build"] {
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
