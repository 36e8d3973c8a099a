use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use hero_api_ext::{
    clock::{Clock, SystemClock},
    redis::client,
};

use crate::Failure;

/// A `redis-server` of our own, which ends with this value.
pub(crate) struct RedisServer {
    folder: PathBuf,
    port: u16,
    durability: Durability,
    child: Child,
}

/// What Redis keeps on disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// Nothing.
    Memory,
    /// Each write, within a second.
    EverySecond,
    /// Each write, before the response.
    Always,
}

impl RedisServer {
    pub(crate) async fn start(folder: &Path, durability: Durability) -> Result<Self, Failure> {
        let folder = folder.join("redis");
        fs::create_dir_all(&folder)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = launch(&folder, port, durability)?;
        let server = Self { folder, port, durability, child };
        server.wait_until_it_responds().await?;
        Ok(server)
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}/", self.port)
    }

    /// Kills the server, as a power failure would, and starts it again.
    pub(crate) async fn restart(&mut self) -> Result<(), Failure> {
        self.child.kill()?;
        self.child.wait()?;
        SystemClock::new().sleep(Duration::from_millis(300)).await;
        self.child = launch(&self.folder, self.port, self.durability)?;
        self.wait_until_it_responds().await
    }

    async fn wait_until_it_responds(&self) -> Result<(), Failure> {
        let client = client::Client::open(self.url())?;
        for _ in 0..200 {
            if let Ok(mut connection) = client.get_multiplexed_async_connection().await
                && client::cmd("PING").query_async::<String>(&mut connection).await.is_ok()
            {
                return Ok(());
            }
            SystemClock::new().sleep(Duration::from_millis(50)).await;
        }
        Err("redis-server does not respond".into())
    }

    /// What `INFO` says of it, for one name.
    pub(crate) async fn info(&self, name: &str) -> Result<u64, Failure> {
        let mut connection = client::Client::open(self.url())?.get_multiplexed_async_connection().await?;
        let info: String = client::cmd("INFO").arg("all").query_async(&mut connection).await?;
        let line = info.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        Ok(line.ok_or("INFO lacks a line")?.trim().parse()?)
    }
}

fn launch(folder: &Path, port: u16, durability: Durability) -> Result<Child, Failure> {
    let (append_only, sync) = match durability {
        Durability::Memory => ("no", "no"),
        Durability::EverySecond => ("yes", "everysec"),
        Durability::Always => ("yes", "always"),
    };
    Command::new("redis-server")
        .args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--save", ""])
        .args(["--appendonly", append_only, "--appendfsync", sync])
        .arg("--dir")
        .arg(folder)
        .stdout(Stdio::null())
        .spawn()
        .map_err(|error| format!("redis-server cannot be started (apt-get install redis-server): {error}").into())
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
