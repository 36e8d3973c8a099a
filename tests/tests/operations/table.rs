//! The operation table is the description's list of operations.

use hero_api::{StatusPattern, operations};

use crate::stage::{Failures, Stage};

#[test]
fn the_table_lists_what_is_described_and_nothing_else() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, _) in &stage.operations {
        let rows: Vec<_> = operations::ALL.iter().filter(|row| row.id == operation.id).collect();
        failures.same(&operation.id, "rows in the table", &rows.len(), &1);
        let Some(row) = rows.first() else { continue };
        failures.same(&operation.id, "method", &row.method.as_str(), &operation.method.as_str());
        failures.same(&operation.id, "path", &row.path, &operation.path.as_str());
        if let Some(tag) = &operation.tag {
            failures.same(&operation.id, "tag", &row.tag, &tag.as_str());
        }
        failures.check(&operation.id, row.success.iter().any(|pattern| holds(*pattern, operation.status)), || {
            format!("{} is no success in the table", operation.status)
        });
        failures.same(&operation.id, "error rows", &row.errors.len(), &operation.errors.len());
    }
    for row in operations::ALL {
        let described = stage.operations.iter().filter(|(operation, _)| operation.id == row.id).count();
        failures.same(row.id, "times described", &described, &1);
    }
}

fn holds(pattern: StatusPattern, status: u16) -> bool {
    match pattern {
        StatusPattern::Exact(exact) => exact == status,
        StatusPattern::Class(class) => u16::from(class) == status / 100,
        _ => true,
    }
}
