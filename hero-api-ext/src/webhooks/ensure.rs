use std::collections::BTreeSet;

use super::{Changes, Interrupted, NewWebhook, Plan, Webhook, Webhooks, change::Halt};
use crate::{Call, Effect, Error, call::send_when_awaited};

/// The webhooks that there shall be, from [`Webhooks::ensure`]. Send it to make it so.
///
/// A webhook is known by its event and its URL. It is replaced when the list shows another description, other headers
/// or another key than was declared; what the list does not show counts as the same. It is created before the old one
/// is deleted, so that no event is lost and one may come twice.
///
/// # Errors
///
/// [`Interrupted`] has the error and what was done before it; `?` turns it into the error alone, **which loses the keys
/// of the webhooks that were created**. `is_invalid_input` when one is declared twice; `is_protocol` when the list is
/// not whole; else as `listWebhooks`, `createWebhook` and `deleteWebhook`.
#[derive(Debug)]
#[must_use = "nothing is changed until this is sent"]
pub struct Ensure {
    webhooks: Webhooks,
    declared: Vec<NewWebhook>,
    keeps_others: bool,
}

impl Ensure {
    pub(super) fn new(webhooks: Webhooks, declared: Vec<NewWebhook>) -> Self {
        Self { webhooks, declared, keeps_others: false }
    }

    /// Leaves alone what goes to other URLs than those declared: for a practice group that other programs subscribe for
    /// too.
    pub fn keep_other_urls(mut self) -> Self {
        self.keeps_others = true;
        self
    }

    /// What it would do, without doing it.
    ///
    /// # Errors
    ///
    /// As when it is sent, as far as it comes.
    pub fn plan(self) -> Call<Plan> {
        Call::new(async move { self.compare().await })
    }

    async fn compare(&self) -> Result<Plan, Error> {
        let mut declared = BTreeSet::new();
        for webhook in &self.declared {
            webhook.check()?;
            if !declared.insert(webhook.identity()) {
                return Err(Error::invalid_input("the declaration", "has the same event and URL twice"));
            }
        }
        let there = self.webhooks.list_whole().await?;
        Ok(self.plan_for(there))
    }

    fn plan_for(&self, there: Vec<Webhook>) -> Plan {
        let mut plan = Plan { create: self.declared.clone(), delete: Vec::new(), keep: Vec::new() };
        for webhook in there {
            let identity = webhook.identity();
            let wanted = plan.create.iter().position(|declared| Some(declared.identity()) == identity);
            match wanted.filter(|&index| !plan.create[index].differs_from(&webhook)) {
                Some(index) => {
                    drop(plan.create.remove(index));
                    plan.keep.push(webhook);
                }
                None if self.is_of_others(&webhook) => plan.keep.push(webhook),
                None => plan.delete.push(webhook),
            }
        }
        plan
    }

    fn is_of_others(&self, webhook: &Webhook) -> bool {
        let url = webhook.identity().map(|(_, url)| url);
        self.keeps_others && !self.declared.iter().any(|declared| Some(declared.identity().1) == url)
    }

    /// Makes the changes.
    pub async fn send(self) -> Result<Changes, Interrupted> {
        let mut changes = Changes::default();
        let halt = |error, changes| Interrupted::new(Halt { error, changes, unknown: None });
        let plan = match self.compare().await {
            Ok(plan) => plan,
            Err(error) => return Err(halt(error, changes)),
        };
        changes.kept = plan.keep;
        for webhook in plan.create {
            let webhook = match self.webhooks.with_key(webhook) {
                Ok(webhook) => webhook,
                Err(error) => return Err(halt(error, changes)),
            };
            match self.webhooks.send(&webhook).await {
                Ok(created) => changes.created.push(created),
                Err(error) => {
                    let is_known = error.effect() == Effect::None;
                    let key = webhook.signing_key.clone();
                    let unknown = key.filter(|_| !is_known).map(|key| (webhook, key));
                    return Err(Interrupted::new(Halt { error, changes, unknown }));
                }
            }
        }
        for webhook in plan.delete {
            match self.webhooks.delete(webhook.id()).send().await {
                Err(error) if !error.is_not_found() => return Err(halt(error, changes)),
                // Somebody else may have deleted it by now.
                _ => changes.deleted.push(webhook),
            }
        }
        Ok(changes)
    }
}

send_when_awaited!(Ensure => Changes, Interrupted);
