//! Walks through syntax with one visitor for all passes.
//!
//! rustc compiles all functions of syn's visitor again for each type that implements it, which are several hundred. A pass
//! implements [`Rewrite`] or gives a closure to [`Read`], and both walk by the one implementation here.

use syn::{
    Expr, FieldValue, Path, Type, TypePath,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// What a pass does to the nodes of code. A node is entered before what is inside it, and left after that.
pub(crate) trait Rewrite {
    /// Rewrites an expression; `false` leaves its inside as it is.
    fn enter_expr(&mut self, _: &mut Expr) -> bool {
        true
    }

    /// Rewrites a type; `false` leaves its inside as it is.
    fn enter_type(&mut self, _: &mut Type) -> bool {
        true
    }

    /// Rewrites a field of a struct literal; `false` leaves its inside as it is.
    fn enter_field(&mut self, _: &mut FieldValue) -> bool {
        true
    }

    /// Rewrites an expression whose inside is done.
    fn leave_expr(&mut self, _: &mut Expr) {}

    /// Rewrites a type whose inside is done.
    fn leave_type(&mut self, _: &mut Type) {}

    /// Rewrites a field of a struct literal whose inside is done.
    fn leave_field(&mut self, _: &mut FieldValue) {}

    /// Rewrites a path whose inside is done.
    fn leave_path(&mut self, _: &mut Path) {}
}

/// Walks through code and lets a pass rewrite it: `Rewriting(&mut pass).visit_block_mut(block)`.
pub(crate) struct Rewriting<'a>(pub(crate) &'a mut dyn Rewrite);

impl VisitMut for Rewriting<'_> {
    fn visit_expr_mut(&mut self, expression: &mut Expr) {
        if self.0.enter_expr(expression) {
            visit_mut::visit_expr_mut(self, expression);
        }
        self.0.leave_expr(expression);
    }

    fn visit_type_mut(&mut self, ty: &mut Type) {
        if self.0.enter_type(ty) {
            visit_mut::visit_type_mut(self, ty);
        }
        self.0.leave_type(ty);
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        if self.0.enter_field(field) {
            visit_mut::visit_field_value_mut(self, field);
        }
        self.0.leave_field(field);
    }

    fn visit_path_mut(&mut self, path: &mut Path) {
        visit_mut::visit_path_mut(self, path);
        self.0.leave_path(path);
    }
}

/// A node that [`Read`] comes to.
pub(crate) enum Node<'a> {
    Expr(&'a Expr),
    Path(&'a Path),
    TypePath(&'a TypePath),
    Attribute(&'a syn::Attribute),
}

/// Walks through code and shows its nodes, each before what is inside it: `Read(&mut |node| …).visit_item(item)`.
pub(crate) struct Read<'a>(pub(crate) &'a mut dyn FnMut(Node<'_>));

impl Visit<'_> for Read<'_> {
    fn visit_expr(&mut self, expression: &Expr) {
        (self.0)(Node::Expr(expression));
        visit::visit_expr(self, expression);
    }

    fn visit_path(&mut self, path: &Path) {
        (self.0)(Node::Path(path));
        visit::visit_path(self, path);
    }

    fn visit_type_path(&mut self, ty: &TypePath) {
        (self.0)(Node::TypePath(ty));
        visit::visit_type_path(self, ty);
    }

    fn visit_attribute(&mut self, attribute: &syn::Attribute) {
        (self.0)(Node::Attribute(attribute));
        visit::visit_attribute(self, attribute);
    }
}
