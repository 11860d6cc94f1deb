"""Diagrams: from a site and a language to frozen scenes, without a single hand-placed coordinate.

Knows the model and words; what a scene looks like is for the templates and the style sheet.
"""

from __future__ import annotations

from generator.diagrams.architecture import architecture
from generator.diagrams.around import around
from generator.diagrams.board import BoardView, board
from generator.diagrams.flow import FlowView, flow
from generator.diagrams.graph import UndrawnError
from generator.diagrams.views import ArchitectureView, DrawingView
from generator.diagrams.zone import zone

__all__ = ["ArchitectureView", "BoardView", "DrawingView", "FlowView", "UndrawnError", "architecture", "around", "board", "flow", "zone"]
