"""Prints a page to an A4 PDF with WebKitGTK, whose WebDriver has no print command: webkit-print.py ADDRESS FILE."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

address, file = sys.argv[1:]
main = GLib.MainLoop()
errors = []


def finish(message=None):
    if message:
        errors.append(message)
    main.quit()


def on_load_changed(view, event):
    if event != WebKit2.LoadEvent.FINISHED:
        return
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file, None))
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    setup = Gtk.PageSetup()
    setup.set_paper_size(Gtk.PaperSize.new(Gtk.PAPER_NAME_A4))
    for side, millimetres in (("top", 11), ("right", 12), ("bottom", 11), ("left", 12)):
        getattr(setup, f"set_{side}_margin")(millimetres, Gtk.Unit.MM)
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(setup)
    operation.connect("finished", lambda _: finish())
    operation.connect("failed", lambda _, error: finish(error.message))
    operation.print_()
    view.operation = operation


window = Gtk.OffscreenWindow()
view = WebKit2.WebView()
window.add(view)
window.set_default_size(1000, 1200)
window.show_all()
view.connect("load-changed", on_load_changed)
view.connect("load-failed", lambda *_: finish("the page cannot be loaded"))
view.load_uri(address)
GLib.timeout_add_seconds(30, lambda: finish("printing took more than 30 seconds"))
main.run()
sys.exit(errors[0] if errors else 0)
