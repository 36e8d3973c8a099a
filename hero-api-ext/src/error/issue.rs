/// One problem that the server found in a request.
#[derive(Clone, Eq, PartialEq)]
#[non_exhaustive]
pub struct ValidationIssue {
    /// Where in the request, for example `recipients[3].dob`.
    pub path: String,
    /// What the server says about it. It can quote the value.
    pub message: String,
}
impl super::Error {
    /// f
    #[must_use]
    pub fn validation_issues(&self) -> Vec<ValidationIssue> {
        Vec::new()
    }
}
