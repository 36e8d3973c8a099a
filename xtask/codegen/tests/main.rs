//! What the generator promises, in one program: it is linked once, and its tests run side by side.

mod any_file;
mod names;
mod newtypes;
mod rows;
mod snapshots;
mod source;
mod stability;
mod text;
