//! The operation table is the description's list of operations.

use hero_api::{OperationInfo, StatusPattern, operations};

use crate::stage::{Failures, Stage};

#[test]
fn the_table_lists_what_is_described() {
    let stage = Stage::new();
    let mut failures = Failures::default();
    for (operation, call) in &stage.operations {
        let is_its = |row: &&OperationInfo| row.method == operation.method.as_str() && row.path == operation.path;
        let rows: Vec<_> = operations::ALL.iter().copied().filter(is_its).collect();
        failures.same(call.info.id, "rows in the table", &rows.len(), &1);
        let Some(row) = rows.first() else { continue };
        if !stage.description.is_renamed(operation) {
            failures.same(call.info.id, "id", &row.id, &operation.id.as_str());
        }
        if let Some(tag) = &operation.tag {
            failures.same(call.info.id, "tag", &row.tag, &tag.as_str());
        }
        for success in &operation.successes {
            failures.check(call.info.id, row.success.iter().any(|pattern| holds(*pattern, success.status)), || {
                format!("{} is no success in the table", success.status)
            });
        }
        failures.same(call.info.id, "error rows", &row.errors.len(), &operation.errors.len());
    }
    for row in operations::ALL {
        let described = stage.operations.iter().filter(|(_, call)| call.info.id == row.id).count();
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
