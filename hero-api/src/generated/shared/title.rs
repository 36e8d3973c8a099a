//! The type [`Title`].

/// The title of a person. The empty string is one of the values.
#[derive(Clone, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Title {
    /// `Baron`
    Baron,
    /// `Baroness`
    Baroness,
    /// `Brigadier`
    Brigadier,
    /// `Count`
    Count,
    /// `Colonel`
    Colonel,
    /// `Countess`
    Countess,
    /// `Captain`
    Captain,
    /// `Dame`
    Dame,
    /// `The Dowager Viscountess`
    TheDowagerViscountess,
    /// `Dr`
    Dr,
    /// `Duchess`
    Duchess,
    /// `Duke`
    Duke,
    /// `Earl`
    Earl,
    /// `His Excellency`
    HisExcellency,
    /// `Father`
    Father,
    /// `H.E. Ambassador Mr`
    HEAmbassadorMr,
    /// `H.E. Mr`
    HEMr,
    /// `H.E. Mrs`
    HEMrs,
    /// `Her Grace`
    HerGrace,
    /// `His Grace`
    HisGrace,
    /// `The Hon`
    TheHon,
    /// `The Hon Mr`
    TheHonMr,
    /// `The Hon Mrs`
    TheHonMrs,
    /// `HRH`
    Hrh,
    /// `HRH Prince`
    HrhPrince,
    /// `HRH Princess`
    HrhPrincess,
    /// `Insurance`
    Insurance,
    /// `HM King`
    HmKing,
    /// `Lady`
    Lady,
    /// `Lord`
    Lord,
    /// `Major`
    Major,
    /// `Master`
    Master,
    /// `Miss`
    Miss,
    /// `Mr`
    Mr,
    /// `Mrs`
    Mrs,
    /// `Ms`
    Ms,
    /// `Mss`
    Mss,
    /// `Mx`
    Mx,
    /// `Pr`
    Pr,
    /// `Professor`
    Professor,
    /// `HM Queen`
    HmQueen,
    /// `Rabbi`
    Rabbi,
    /// `Reverend`
    Reverend,
    /// `Sheikh`
    Sheikh,
    /// `Sheikha`
    Sheikha,
    /// `Sir`
    Sir,
    /// `The`
    The,
    /// `""` on the wire
    Empty,
    /// `Viscount`
    Viscount,
    /// `Viscountess`
    Viscountess,
    /// A value that the description does not list, as the server wrote it.
    UnknownValue(String),
}

impl Title {
    /// The value as it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Baron => "Baron",
            Self::Baroness => "Baroness",
            Self::Brigadier => "Brigadier",
            Self::Count => "Count",
            Self::Colonel => "Colonel",
            Self::Countess => "Countess",
            Self::Captain => "Captain",
            Self::Dame => "Dame",
            Self::TheDowagerViscountess => "The Dowager Viscountess",
            Self::Dr => "Dr",
            Self::Duchess => "Duchess",
            Self::Duke => "Duke",
            Self::Earl => "Earl",
            Self::HisExcellency => "His Excellency",
            Self::Father => "Father",
            Self::HEAmbassadorMr => "H.E. Ambassador Mr",
            Self::HEMr => "H.E. Mr",
            Self::HEMrs => "H.E. Mrs",
            Self::HerGrace => "Her Grace",
            Self::HisGrace => "His Grace",
            Self::TheHon => "The Hon",
            Self::TheHonMr => "The Hon Mr",
            Self::TheHonMrs => "The Hon Mrs",
            Self::Hrh => "HRH",
            Self::HrhPrince => "HRH Prince",
            Self::HrhPrincess => "HRH Princess",
            Self::Insurance => "Insurance",
            Self::HmKing => "HM King",
            Self::Lady => "Lady",
            Self::Lord => "Lord",
            Self::Major => "Major",
            Self::Master => "Master",
            Self::Miss => "Miss",
            Self::Mr => "Mr",
            Self::Mrs => "Mrs",
            Self::Ms => "Ms",
            Self::Mss => "Mss",
            Self::Mx => "Mx",
            Self::Pr => "Pr",
            Self::Professor => "Professor",
            Self::HmQueen => "HM Queen",
            Self::Rabbi => "Rabbi",
            Self::Reverend => "Reverend",
            Self::Sheikh => "Sheikh",
            Self::Sheikha => "Sheikha",
            Self::Sir => "Sir",
            Self::The => "The",
            Self::Empty => "",
            Self::Viscount => "Viscount",
            Self::Viscountess => "Viscountess",
            Self::UnknownValue(value) => value,
        }
    }
}

impl From<&str> for Title {
    #[inline]
    fn from(value: &str) -> Self {
        match value {
            "Baron" => Self::Baron,
            "Baroness" => Self::Baroness,
            "Brigadier" => Self::Brigadier,
            "Count" => Self::Count,
            "Colonel" => Self::Colonel,
            "Countess" => Self::Countess,
            "Captain" => Self::Captain,
            "Dame" => Self::Dame,
            "The Dowager Viscountess" => Self::TheDowagerViscountess,
            "Dr" => Self::Dr,
            "Duchess" => Self::Duchess,
            "Duke" => Self::Duke,
            "Earl" => Self::Earl,
            "His Excellency" => Self::HisExcellency,
            "Father" => Self::Father,
            "H.E. Ambassador Mr" => Self::HEAmbassadorMr,
            "H.E. Mr" => Self::HEMr,
            "H.E. Mrs" => Self::HEMrs,
            "Her Grace" => Self::HerGrace,
            "His Grace" => Self::HisGrace,
            "The Hon" => Self::TheHon,
            "The Hon Mr" => Self::TheHonMr,
            "The Hon Mrs" => Self::TheHonMrs,
            "HRH" => Self::Hrh,
            "HRH Prince" => Self::HrhPrince,
            "HRH Princess" => Self::HrhPrincess,
            "Insurance" => Self::Insurance,
            "HM King" => Self::HmKing,
            "Lady" => Self::Lady,
            "Lord" => Self::Lord,
            "Major" => Self::Major,
            "Master" => Self::Master,
            "Miss" => Self::Miss,
            "Mr" => Self::Mr,
            "Mrs" => Self::Mrs,
            "Ms" => Self::Ms,
            "Mss" => Self::Mss,
            "Mx" => Self::Mx,
            "Pr" => Self::Pr,
            "Professor" => Self::Professor,
            "HM Queen" => Self::HmQueen,
            "Rabbi" => Self::Rabbi,
            "Reverend" => Self::Reverend,
            "Sheikh" => Self::Sheikh,
            "Sheikha" => Self::Sheikha,
            "Sir" => Self::Sir,
            "The" => Self::The,
            "" => Self::Empty,
            "Viscount" => Self::Viscount,
            "Viscountess" => Self::Viscountess,
            other => Self::UnknownValue(other.to_owned()),
        }
    }
}

crate::runtime::open_enum! {
    Title, UnknownValue
}
