//! The page of a policy is that of the site, with other addresses, title and first screens.

use std::fs;

use crate::site::bundle::{FAIR, bundle, changed};
use crate::site::languages::KIOSK;
use crate::site::policies::{arguments, site_with_page};

/// The page of the kiosk policy, without its first screens, in a site with this page.
fn page_of_kiosk(name: &str, index: &str) -> String {
    let (site, _) = site_with_page(name, FAIR);
    fs::write(site.join("index.html"), index).unwrap();
    let (status, text) = bundle(&arguments(&[FAIR, KIOSK], &site));
    assert_eq!(status, Some(0), "{text}");
    let page = fs::read_to_string(site.join("policies/kiosk-2019/index.html")).unwrap();
    let (before, screens) = page.split_once("<template data-ec=").unwrap();
    let (screens, after) = screens.rsplit_once("</template>").unwrap();
    assert!(screens.contains("报刊亭扶持") && screens.contains("Support for kiosks"));
    assert!(!screens.contains("市集扶持"));
    format!("{before}{after}")
}

#[test]
fn addresses_are_relative_to_the_folder_of_the_policy() {
    let index = "<!-- <a href=x> --><LINK HREF='page.css?a=1&amp;b'><script src=./a.js>'<a href=b>'\
        </script><a href=\"/top\"></a><a href=#here></a><a href=mailto:a@b.example></a>\
        <a href=\"https://c.example/d\"></a><a href></a><img src=\"data:,\"><a href='?q'></a>\
        <eligibility-check rules=\"rulebook.html#m\" lang=en><a href=e/f.html>e</a></eligibility-check>";
    let expected = "<!-- <a href=x> --><LINK HREF=\"../../page.css?a=1&amp;b\"><script src=\"../.././a.js\">'<a href=b>'\
        </script><a href=\"/top\"></a><a href=#here></a><a href=mailto:a@b.example></a>\
        <a href=\"https://c.example/d\"></a><a href></a><img src=\"data:,\"><a href='?q'></a>\
        <eligibility-check policy=\"kiosk-2019\" rules=\"rulebook.html#m\" lang=en><a href=\"../../e/f.html\">e</a></eligibility-check>";
    assert_eq!(page_of_kiosk("page-addresses", index), expected);
}

#[test]
fn packs_and_rules_pages_are_those_of_the_policy() {
    let index = "<link href=\"rules.zh-Hans.json\"><link href=\"rules.en.json\"><a href=\"rulebook.html\">\
        </a><a href=\"./rulebook.en.html#x\"></a><a href=\"rulebook.zh-Hant.html\"></a>\
        <eligibility-check></eligibility-check>";
    let page = page_of_kiosk("page-own", index);
    // The kiosk pack has no traditional Chinese.
    let expected = index
        .replace("./rulebook.en", "rulebook.en")
        .replace("rulebook.zh-Hant.html", "rulebook.html")
        .replace("<eligibility-check", "<eligibility-check policy=\"kiosk-2019\"");
    assert_eq!(page, expected);
}

#[test]
fn a_base_is_changed_in_place_of_the_addresses() {
    for (base, moved) in [("./", "../.././"), ("/check/", "/check/")] {
        let index = format!(
            "<base href=\"{base}\"><a href=\"a\"></a><a href=\"rulebook.html\"></a>\
             <eligibility-check></eligibility-check>"
        );
        let expected = format!(
            "<base href=\"{moved}\"><a href=\"a\"></a>\
             <a href=\"policies/kiosk-2019/rulebook.html\"></a>\
             <eligibility-check policy=\"kiosk-2019\"></eligibility-check>"
        );
        assert_eq!(page_of_kiosk(&format!("page-base-{}", moved.len()), &index), expected);
    }
}

#[test]
fn title_and_description_are_those_of_the_policy() {
    let (site, folder) = site_with_page("page-title", FAIR);
    let index = "<TITLE>a</TITLE><meta name=description content=b>\
                 <eligibility-check policy=x></eligibility-check>";
    let id = "\"id\": \"fair-2019\",";
    let audience = r#""audience": {"zh-Hans": "<个体户> & \"摊主\""},"#;
    let pack = changed(&folder, FAIR, id, &format!("{id}{audience}"));
    let packs = [KIOSK, pack.to_str().unwrap()];
    let page = |index: &str, id: &str| {
        fs::write(site.join("index.html"), index).unwrap();
        let (status, text) = bundle(&arguments(&packs, &site));
        assert_eq!(status, Some(0), "{text}");
        fs::read_to_string(site.join(format!("policies/{id}/index.html"))).unwrap()
    };
    let fair = page(index, "fair-2019");
    let content = "content=\"&lt;个体户&gt; &amp; &quot;摊主&quot;\">";
    let expected = format!(
        "<TITLE>市集扶持</TITLE><meta name=description {content}\
         <eligibility-check policy=\"fair-2019\">"
    );
    assert!(fair.starts_with(&expected), "{fair}");
    // Without an audience, the title describes the policy.
    let kiosk = page(index, "kiosk-2019");
    let expected = "<TITLE>报刊亭扶持</TITLE><meta name=description content=\"报刊亭扶持\">";
    assert!(kiosk.starts_with(expected), "{kiosk}");
    // A description is added if there is something to add.
    let index = "<title>a</title><eligibility-check></eligibility-check>";
    assert!(page(index, "fair-2019").contains(&format!("<meta name=\"description\" {content}")));
    assert!(!page(index, "kiosk-2019").contains("<meta"));
}

#[test]
fn a_site_whose_page_has_no_widget_has_no_pages_of_policies() {
    let (site, _) = site_with_page("page-none", FAIR);
    assert_eq!(bundle(&arguments(&[FAIR, KIOSK], &site)).0, Some(0));
    let page = site.join("policies/fair-2019/index.html");
    assert!(page.exists());
    fs::write(site.join("index.html"), "<p>moved</p>").unwrap();
    let (status, text) = bundle(&arguments(&[FAIR, KIOSK], &site));
    assert_eq!(status, Some(0), "{text}");
    let reason = "fair-2019/index.html: removed: the page of the site has no widget";
    assert!(!page.exists() && text.contains(reason), "{text}");
}
