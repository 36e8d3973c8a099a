/// `Debug` of a builder: it prints the name alone, since what is set may be personal data.
macro_rules! opaque_debug {
    ($module:ident :: $name:ident) => {
        $crate::runtime::opaque_debug! { @ [$module::$name] $name }
    };
    ($name:ident) => {
        $crate::runtime::opaque_debug! { @ [$name] $name }
    };
    (@ [$path:path] $name:ident) => {
        impl ::std::fmt::Debug for $path {
            #[inline]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    };
}

pub(crate) use opaque_debug;

#[cfg(test)]
mod tests {
    mod builder {
        pub(super) struct Letter(pub(super) &'static str);
    }

    opaque_debug! { builder::Letter }

    #[test]
    fn a_builder_prints_its_name_alone() {
        let letter = builder::Letter("marker");
        assert_eq!(format!("{letter:?}"), "Letter { .. }");
        assert_eq!(letter.0, "marker");
    }
}
