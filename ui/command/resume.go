package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"archadvisor/advisor/profile"
	"archadvisor/ui/batch"
	"archadvisor/ui/render"
	"archadvisor/ui/session"
	"archadvisor/ui/settings"
	"archadvisor/ui/view"
)

func newResume(s Streams) *cobra.Command {
	var names bool
	var o common
	c := s.command(&o, "resume [DRAFT]", "Continue the last unfinished questionnaire", takes(0, 1, "one DRAFT"), func(ctx context.Context) error {
		return runInterview(ctx, &o, func(*engine) (session.Session, string, error) { return resumed(strings.Join(o.args, "")) }, func(*view.Config) {})
	})
	c.ValidArgsFunction = offers(draftNames)
	resume := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		if names {
			return listDrafts(s.Out)
		}
		return resume(c, args)
	}
	c.Flags().BoolVar(&names, "list", false, "list the drafts, newest first")
	interviewFlags(c.Flags())
	return c
}

// resumed is the interview of a draft, of the newest if none is named, and the
// file that holds its answers, if one does.
func resumed(name string) (found session.Session, file string, err error) {
	store := drafts()
	list, err := store.List()
	switch {
	case store.Path == "":
		return found, "", usage("there is no home folder to keep drafts in")
	case err == nil && len(list) == 0:
		return found, "", usage("there is no questionnaire to go on with; archadvisor starts one")
	case err != nil:
		return found, "", err
	}
	name = cmp.Or(name, list[0].Name)
	found, err = session.Resume(store, name)
	switch {
	case errors.Is(err, session.ErrNoDraft):
		err = usage("no draft %q%s; archadvisor resume --list names them", profile.Clean(name), settings.DidYouMean(name, draftNames()...))
	case err != nil:
		err = usage("%v", err)
	case batch.IsProfile(found.File()):
		file = found.File()
	}
	return found, file, err
}

// recent is how many questionnaires are offered, and how many are kept whose answers a file holds.
const recent = 9

// begunBefore are the newest questionnaires, to go on with.
func begunBefore() []view.Offer {
	store := drafts()
	store.Prune(recent)
	list, _ := store.List() // what cannot be listed is not offered
	var out []view.Offer
	for _, d := range list[:min(recent, len(list))] {
		s, err := session.Resume(store, d.Name)
		if err != nil {
			continue
		}
		title := s.Name()
		if s.File() != "" {
			title += " (" + filepath.Base(s.File()) + ")"
		}
		out = append(out, view.Offer{Title: title, About: render.Plural(s.Answers(), "answer") + ", " + d.Saved.Format("2006-01-02 15:04"),
			Open: func() (session.Session, string, error) { return resumed(d.Name) }})
	}
	return out
}

// drafts is where drafts are kept; without a home folder there are none.
func drafts() session.Folder { return session.Folder{Path: settings.StateDir()} }

func draftNames() []string {
	list, _ := drafts().List() // what cannot be listed is not offered
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = d.Name
	}
	return names
}

// listDrafts prints a draft a line: name, when it was kept, what it is about, and how
// far it is: "7 answers", "12 answers, saved in shop.toml".
func listDrafts(w io.Writer) error {
	store := drafts()
	list, err := store.List()
	if err != nil {
		return err
	}
	for _, d := range list {
		about := "cannot be read"
		if s, err := session.Resume(store, d.Name); err == nil {
			about = s.Name() + ", " + render.Plural(s.Answers(), "answer")
			if s.File() != "" {
				about += ", saved in " + filepath.Base(s.File())
			}
		}
		if _, err := fmt.Fprintf(w, "%s  %s  %s\n", d.Name, d.Saved.Format("2006-01-02 15:04"), profile.Clean(about)); err != nil {
			return err
		}
	}
	return nil
}
