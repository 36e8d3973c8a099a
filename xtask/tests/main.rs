//! What the commands promise, in one program: it is linked once, and its tests run side by side.

mod features;
mod fixtures;
mod generate;
mod memory;
mod refusals;
mod support;
mod verify;
