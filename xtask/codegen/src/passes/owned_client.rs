//! Request builders that own their client.

use document::error::Result;
use syn::{Generics, PathArguments, Type, visit_mut::VisitMut};

use super::Pass;
use crate::{
    bindings::{Bindings, OperationItems},
    model::Model,
    syntax::walk::{Rewrite, Rewriting},
};

pub(super) const PASS: Pass = Pass {
    name: "owned_client",
    reason: "a request that borrows its client can be neither stored nor sent by a task of its own",
    run,
};

#[expect(clippy::unnecessary_wraps, reason = "every pass may fail")]
fn run(bindings: &mut Bindings, _model: &Model) -> Result<usize> {
    Ok(bindings.operations.values_mut().filter_map(own_client).count())
}

/// Turns `client: &'a super::Client` into `client: super::Client`, and drops the lifetime.
fn own_client(items: &mut OperationItems) -> Option<()> {
    let field = items.item.fields.iter_mut().find(|field| matches!(field.ty, Type::Reference(_)))?;
    Rewriting(&mut OwnedClient).visit_type_mut(&mut field.ty);
    items.item.generics = Generics::default();
    items.methods.generics = Generics::default();
    if let Type::Path(builder) = &mut *items.methods.self_ty
        && let Some(segment) = builder.path.segments.last_mut()
    {
        segment.arguments = PathArguments::None;
    }
    Rewriting(&mut OwnedClient).visit_item_impl_mut(&mut items.methods);
    Some(())
}

struct OwnedClient;

impl Rewrite for OwnedClient {
    fn leave_type(&mut self, ty: &mut Type) {
        if let Type::Reference(reference) = ty
            && is_client(&reference.elem)
        {
            *ty = (*reference.elem).clone();
        }
    }
}

pub(super) fn is_client(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|segment| segment.ident == "Client")
        && path.path.segments.first().is_some_and(|segment| segment.ident == "super" || segment.ident == "crate"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::passes::fixture::*;

    #[test]
    fn request_builder_has_no_lifetime() {
        let (bindings, places) = after(PASS);
        assert_eq!(places, 2);
        let builder = &bindings.operations["UpdateThing"];
        assert!(builder.item.generics.params.is_empty() && builder.methods.generics.params.is_empty());
        assert!(builder.item.fields.iter().any(|field| is_client(&field.ty)));
    }
}
