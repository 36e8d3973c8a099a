//! Written by `cargo xtask generate`: every operation of the bindings, as the tests call it.

mod practice_group;
mod patients;
mod messages;
mod booking;
mod episode;
mod links;
mod short_links;
mod admin;
mod booking_hca;
mod form;
mod form_response;
mod invoicing;
mod partners;
mod prescription;
mod subscriptions;
mod task;
mod webhooks;

use crate::call::Call;

/// Every operation, in the order of the description.
pub const CALLS: &[Call] = &[
    self::practice_group::CREATE_ACCESS_TOKEN,
    self::practice_group::LIST_APPOINTMENT_TYPES,
    self::practice_group::LIST_LOCATIONS,
    self::practice_group::LIST_PRACTICE_GROUP_ELEMENTS,
    self::practice_group::GET_PRACTICE_GROUP_BY_ID,
    self::practice_group::UPDATE_PRACTICE_GROUP,
    self::practice_group::GET_CAPABILITIES,
    self::practice_group::GET_CONFIGURATION,
    self::practice_group::LIST_PRACTITIONERS,
    self::practice_group::GET_PRACTITIONER,
    self::patients::LIST_PATIENT_EHR_CANDIDATES,
    self::patients::CONNECT_PATIENT_EHR,
    self::patients::PREVIEW_PATIENT_MERGE,
    self::patients::MERGE_PATIENT,
    self::patients::GET_PATIENT_BY_ID,
    self::patients::LIST_PATIENT_ATTACHMENTS,
    self::patients::LIST_PATIENTS,
    self::patients::LIST_PATIENTS_V2,
    self::patients::LIST_PATIENTS_V3,
    self::patients::REGISTER_PATIENT_PDS,
    self::patients::REGISTER_PATIENT,
    self::patients::GET_PATIENT_BY_ID_V2,
    self::messages::LIST_BATCH_MESSAGES,
    self::messages::CREATE_BATCH_MESSAGE,
    self::messages::SEND_BATCH_MESSAGE,
    self::messages::GET_BATCH_MESSAGE,
    self::messages::LIST_BATCH_MESSAGE_RECIPIENTS,
    self::messages::LIST_BATCH_MESSAGE_SENDS,
    self::messages::GET_MESSAGE,
    self::messages::SEND_MESSAGE,
    self::messages::VALIDATE_SNOMED_CODE,
    self::messages::LIST_TEMPLATES,
    self::messages::GET_AUTOMATED_MESSAGE,
    self::booking::GET_APPOINTMENT,
    self::booking::EDIT_APPOINTMENT,
    self::booking::GET_APPOINTMENT_STATUS,
    self::booking::LIST_APPOINTMENTS,
    self::booking::CREATE_APPOINTMENT,
    self::booking::BOOK_APPOINTMENT,
    self::booking::CANCEL_APPOINTMENT,
    self::booking::RESCHEDULE_APPOINTMENT,
    self::booking::LIST_SLOTS,
    self::booking::GET_SLOT,
    self::booking::COUNT_SLOTS,
    self::booking::CHECK_SLOT_AVAILABILITY,
    self::booking::LIST_BOOKING_LINKS,
    self::booking::GET_BOOKING_LINK,
    self::links::UPDATE_BOOKING_LINK,
    self::booking::LIST_AUTOMATED_MESSAGES,
    self::episode::LIST_EPISODES,
    self::episode::GET_EPISODE,
    self::episode::UPDATE_EPISODE,
    self::episode::CREATE_EPISODE_NOTE,
    self::links::CREATE_ATTACHMENT_LINK,
    self::links::CREATE_BOOKING_LINK,
    self::links::CREATE_FORM_LINK,
    self::links::GET_LINK_STATUS,
    self::links::CREATE_VIDEO_LINK,
    self::short_links::LIST_SHORT_LINKS,
    self::admin::LIST_ADMINS,
    self::admin::UPDATE_ADMIN,
    self::booking_hca::SEARCH_HCA_CONSULTANTS,
    self::booking_hca::GET_HCA_CONSULTANT,
    self::form::LIST_FORMS,
    self::form::GET_FORM,
    self::form_response::GET_FORM_RESPONSE,
    self::invoicing::LIST_COUPONS,
    self::invoicing::LIST_CUSTOMERS,
    self::invoicing::CREATE_CUSTOMER,
    self::invoicing::GET_DEFAULT_CUSTOMER,
    self::invoicing::CREATE_INVOICE,
    self::invoicing::UPDATE_INVOICE,
    self::invoicing::LINK_INVOICE,
    self::partners::GET_HEIDI_TOKEN,
    self::prescription::GET_PRESCRIBER_PHARMACIES,
    self::prescription::CREATE_PHARMACY,
    self::subscriptions::LIST_SUBSCRIPTIONS,
    self::task::UPDATE_TASK,
    self::task::GET_TASK,
    self::webhooks::LIST_WEBHOOKS,
    self::webhooks::CREATE_WEBHOOK,
    self::webhooks::DELETE_WEBHOOK,
];
