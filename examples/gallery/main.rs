//! Writes the gallery: the stories of the widget as pages, one per language and one with
//! right-to-left direction.
//!
//! `make gallery`, or `cargo run --example gallery -- --out build/gallery`
//!
//! Element ids repeat between stories, so each story has its own shadow root. In `plain/` each
//! story is a separate file, for tools that check the markup of a file as one document.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;
use eligibility_check::rulebook::Locale;
use eligibility_check::widget::stories::{Story, stories};

/// Write every story of the widget as HTML pages
#[derive(Parser)]
struct Arguments {
    /// The folder to write to
    #[arg(long, value_name = "FOLDER", default_value = "build/gallery")]
    out: PathBuf,
}

/// The pages: name, language of the stories, and text direction.
const PAGES: [(&str, Locale, &str); 4] = [
    ("zh-Hans", Locale::ZhHans, "ltr"),
    ("zh-Hant", Locale::ZhHant, "ltr"),
    ("en", Locale::En, "ltr"),
    ("rtl", Locale::En, "rtl"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let Arguments { out } = Arguments::parse();
    fs::create_dir_all(&out)?;
    for (name, locale, dir) in PAGES {
        fs::write(out.join(format!("{name}.html")), page(name, locale, dir))?;
    }
    let plain = out.join("plain");
    // Removes files of stories that no longer exist.
    if plain.exists() {
        fs::remove_dir_all(&plain)?;
    }
    fs::create_dir_all(&plain)?;
    for (index, Story { component, html, .. }) in stories(Locale::ZhHans).iter().enumerate() {
        let name = component.replace('/', "-");
        fs::write(plain.join(format!("{index:03}-{name}.html")), html)?;
    }
    fs::write(out.join("index.html"), index())?;
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/styles");
    for file in fs::read_dir(styles)? {
        let file = file?;
        fs::copy(file.path(), out.join(file.file_name()))?;
    }
    fs::write(out.join("gallery.css"), include_str!("gallery.css"))?;
    println!("gallery: {}", out.join("index.html").display());
    Ok(())
}

fn page(name: &str, locale: Locale, dir: &str) -> String {
    let mut sections = String::new();
    let mut component = "";
    for (index, story) in stories(locale).iter().enumerate() {
        if story.component != component {
            component = story.component;
            sections.push_str(&format!("<h2 id=\"{component}\">{component}</h2>\n"));
        }
        sections.push_str(&section(index, story));
    }
    document(locale.tag(), dir, &format!("Stories: {name}"), &sections)
}

fn section(index: usize, Story { component, name, html }: &Story) -> String {
    format!(
        "<section class=\"story\" aria-labelledby=\"story-{index}\">\n\
         <h3 class=\"story__name\" id=\"story-{index}\" lang=\"en\">{component}: {name}</h3>\n\
         <div class=\"story__host\"><template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"widget.css\">\n\
         <div>{html}</div>\n</template></div>\n</section>\n"
    )
}

fn index() -> String {
    let pages = PAGES.map(|(name, ..)| format!("<li><a href=\"{name}.html\">{name}</a></li>\n"));
    document("en", "ltr", "Stories", &format!("<ul>\n{}</ul>\n", pages.concat()))
}

fn document(lang: &str, dir: &str, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"gallery.css\">\n</head>\n<body>\n<main>\n\
         <h1 lang=\"en\">{title}</h1>\n{body}</main>\n</body>\n</html>\n"
    )
}
