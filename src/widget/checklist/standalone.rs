//! The checklist as a standalone page: a file that a user saves, or the output of the native
//! command.

use yew::prelude::*;

use super::bilingual::Bilingual;
use super::document::checklist_document;
use super::options::PrintOptions;
use super::page_margins::page_margins;
use crate::widget::evaluation::Evaluation;
use crate::widget::render::render_text;
#[cfg(feature = "cli")]
use crate::widget::render::wait_for;
use crate::widget::ui::Level;

/// The content of a standalone page.
#[derive(Clone)]
pub struct StandalonePage {
    /// The evaluation in the current language
    pub first: Evaluation,
    /// The evaluation in a second language, for a bilingual page
    pub second: Option<Evaluation>,
    /// The options of the checklist
    pub options: PrintOptions,
    /// The date and time of printing
    pub printed_at: AttrValue,
    /// The text of the stylesheet
    pub style: AttrValue,
}

#[cfg(feature = "cli")]
impl StandalonePage {
    /// The page, rendered outside of a browser.
    ///
    /// # Errors
    ///
    /// The async runtime failed to start.
    pub fn render(self) -> std::io::Result<String> {
        wait_for(standalone_html(self))
    }
}

#[cfg(feature = "author")]
impl StandalonePage {
    /// The page, rendered in a browser.
    pub(crate) async fn html(self) -> String {
        standalone_html(self).await
    }

    /// The `@page` rule at the end of its style.
    pub(crate) fn margins(&self) -> String {
        page_margins(&self.first)
    }
}

/// A whole page without scripts or requests; its Content-Security-Policy forbids both.
///
/// The browser and the native command produce the same bytes.
pub(in crate::widget) async fn standalone_html(mut page: StandalonePage) -> String {
    // The heading level of the widget depends on the host page. A standalone page begins with level
    // 1.
    page.first.level = Level::new(1);
    let (lang, margins) = (page.first.pack.locale.interface().tag(), page_margins(&page.first));
    let style = format!("{}\n{margins}", page.style.replace("</", "<\\/"));
    let catalogue = &page.first.pack.catalogue;
    let title = format!(
        "{} {}",
        catalogue.checklist_title(),
        page.first.text(&page.first.pack.rules.title)
    );
    let title = render_text(html! { <title>{ title }</title> }).await;
    let languages = Bilingual { first: &page.first, second: page.second.as_ref() };
    let checklist =
        render_text(checklist_document(languages, &page.options, &page.printed_at)).await;
    format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{title}\n\
         <link rel=\"icon\" href=\"data:,\">\n<style>{style}</style>\n</head>\n\
         <body class=\"ec-checklist-page\">\n{checklist}\n</body>\n</html>\n",
    )
}

#[cfg(all(test, feature = "cli"))]
mod tests {
    use std::error::Error;
    use std::rc::Rc;

    use super::*;
    use crate::engine::{PolicyStatus, answers_from_json};
    use crate::rulebook::{BrowserPack, Date, Json, Locale, RulePack};
    use crate::widget::{Catalogue, Pack};

    /// A pack that uses notes, steps, duties, materials with notes, and notices.
    const PACK: &str = include_str!("../stories/pack.json");

    fn page(packs: [Pack; 2]) -> Result<String, Box<dyn Error>> {
        let answers = Json::parse(r#"{"longest": true, "trade": "kites", "rent": "1234.56"}"#)?;
        let evaluation = |pack: Pack| {
            let answers =
                answers_from_json(&pack.rules, &answers).map_err(|error| format!("{error:?}"))?;
            Ok::<_, String>(Evaluation::new(pack, Date::constant(2019, 5, 10), &[], answers))
        };
        let [first, second] = packs;
        let (first, second) = (evaluation(first)?, evaluation(second)?);
        let (options, printed_at, style) = <_>::default();
        Ok(StandalonePage { first, second: Some(second), options, printed_at, style }.render()?)
    }

    /// The page of one case, printed on a day on which the policy has this status.
    fn printed(
        today: PolicyStatus,
        answers: &str,
        measures: &[&str],
    ) -> Result<String, Box<dyn Error>> {
        let locale = Locale::ZhHans;
        let rules = Rc::new(RulePack::from_json(PACK)?);
        let pack = Pack { rules, catalogue: Rc::new(Catalogue::of(locale).clone()), locale };
        let answers = answers_from_json(&pack.rules, &Json::parse(answers)?)
            .map_err(|error| format!("{error:?}"))?;
        let ids = measures.iter().filter_map(|id| pack.rules.find_measure(id));
        let options = ids.fold(PrintOptions::default(), PrintOptions::with_measure);
        let first = Evaluation::new(pack, Date::constant(2019, 5, 10), &[], answers);
        let (printed_at, style) = <_>::default();
        let first = first.with_today(today);
        Ok(StandalonePage { first, second: None, options, printed_at, style }.render()?)
    }

    #[test]
    fn a_sheet_of_old_rules_says_that_nobody_can_apply_any_more() -> Result<(), Box<dyn Error>> {
        let answers = r#"{"longest": true, "trade": "kites", "rent": "1234.56"}"#;
        let then = printed(PolicyStatus::InForce, answers, &[])?;
        let now = printed(PolicyStatus::Lapsed, answers, &[])?;
        let (apply, old) = ("可以申报（", "按当年规定满足条件（");
        assert!(then.contains(apply) && !then.contains(old) && !then.contains("失效"), "{then}");
        assert!(now.contains(old) && !now.contains(apply), "{now}");
        for text in ["已失效，不能申报。按2019年5月10日的规定核对。", "\"仅供历史参考\""]
        {
            assert!(now.contains(text), "{text}\n{now}");
        }
        Ok(())
    }

    #[test]
    fn a_window_of_a_measure_that_needs_an_answer_is_marked() -> Result<(), Box<dyn Error>> {
        let window = "2019年9月1日至2019年10月31日";
        let page = printed(PolicyStatus::InForce, "{}", &["newcomer"])?;
        assert!(page.contains(&format!("{window}（还要回答）")), "{page}");
        Ok(())
    }

    /// A browser pack contains the texts of one language, an authored pack those of all.
    #[test]
    fn a_bilingual_page_is_the_same_from_browser_packs_and_from_the_authored_pack()
    -> Result<(), Box<dyn Error>> {
        let pack = Rc::new(RulePack::from_json(PACK)?);
        let catalogue = |locale| Rc::new(Catalogue::of(locale).clone());
        let authored =
            |locale| Pack { rules: Rc::clone(&pack), catalogue: catalogue(locale), locale };
        let in_browser = |locale| -> Result<Pack, Box<dyn Error>> {
            let text = BrowserPack::encode(&pack, locale, &Catalogue::of(locale).interface());
            let decoded = Rc::new(BrowserPack::decode(&text)?.rules);
            Ok(Pack { rules: decoded, catalogue: catalogue(locale), locale })
        };
        let (first, second) = (Locale::ZhHans, Locale::En);
        let expected = page([authored(first), authored(second)])?;
        assert!(expected.contains("ec-checklist__translation"), "{expected}");
        assert_eq!(page([in_browser(first)?, in_browser(second)?])?, expected);
        Ok(())
    }
}
